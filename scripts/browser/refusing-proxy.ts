import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Stands in for the network: writes down what a browser asks of it, and refuses it. Browsers never ask a proxy for
 * pages of this machine, so those of a {@link PageServer} are not touched.
 */
export class RefusingProxy {
  /** What was asked for: `GET http://example.com/a`, or for TLS and web sockets `CONNECT example.com:443`. */
  readonly asked: string[] = [];

  private constructor(readonly server: Server) {
    server.on('request', ({ method, url }, response) => {
      this.asked.push(`${method} ${url}`);
      response.writeHead(502).end();
    });
    server.on('connect', ({ method, url }, socket) => {
      this.asked.push(`${method} ${url}`);
      socket.on('error', () => undefined);
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
  }

  /** Starts one on a free port of the loopback interface. */
  static async start(): Promise<RefusingProxy> {
    const server = createServer();
    await new Promise<void>((done, fail) => {
      server.once('error', fail);
      server.listen(0, '127.0.0.1', done);
    });
    return new RefusingProxy(server);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((done) => this.server.close(() => done()));
  }
}
