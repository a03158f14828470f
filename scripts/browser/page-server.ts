import { isUtf8 } from 'node:buffer';
import { readFile, realpath, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Answers a request itself, in place of a file. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.htm': 'text/html',
  '.xhtml': 'application/xhtml+xml',
  '.xml': 'application/xml',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.json': 'application/json',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.mp4': 'video/mp4',
  '.pdf': 'application/pdf',
};

/**
 * Serves folders to the browser over loopback. An extension needs a permission of its own for `file:`
 * addresses, which a fresh profile lacks; over http a page behaves as it does on the web.
 */
export class PageServer {
  readonly #server: Server;
  readonly #folders: string[] = [];
  readonly #handlers = new Map<string, Handler>();

  /** The paths that were asked for, in order. */
  readonly asked: string[] = [];

  private constructor(server: Server) {
    this.#server = server;
  }

  /** Starts a server on a free port of the loopback interface. */
  static async start(): Promise<PageServer> {
    const server = createServer();
    const pages = new PageServer(server);
    server.on('request', (request, response) => {
      pages.#answer(request, response).catch(() => response.destroy());
    });
    await new Promise<void>((done, fail) => {
      server.once('error', fail);
      server.listen(0, '127.0.0.1', done);
    });
    return pages;
  }

  /** `http://127.0.0.1:PORT`, without a slash. */
  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /**
   * The same pages under another host name, for frames of another site than {@link origin}.
   */
  get otherOrigin(): string {
    return this.origin.replace('127.0.0.1', 'localhost');
  }

  /**
   * Makes the files of a folder readable, and nothing outside it.
   *
   * @returns The address of the folder, with a slash at its end.
   */
  serve(folder: string): string {
    const root = resolve(folder);
    const known = this.#folders.indexOf(root);
    const index = known >= 0 ? known : this.#folders.push(root) - 1;
    return `${this.origin}/${index}/`;
  }

  /** The address of one file; what stands beside it in its folder can be read too. */
  serveFile(file: string): string {
    return this.serve(dirname(resolve(file))) + encodeURIComponent(basename(file));
  }

  /**
   * Answers a path by code, for pages that are made up in a test.
   *
   * @param path From the slash on: `/streamed.html`. Text answers with an HTML page.
   * @returns Its address.
   */
  handle(path: string, answer: string | Handler): string {
    const handler: Handler =
      typeof answer === 'function'
        ? answer
        : (_, response) => {
            response.setHeader('content-type', 'text/html; charset=utf-8');
            response.end(answer);
          };
    this.#handlers.set(path, handler);
    return this.origin + path;
  }

  /** The `file:` address behind one of ours; any other address as it is. */
  fileAddress(address: string): string {
    if (!address.startsWith(`${this.origin}/`)) return address;
    const url = new URL(address);
    const [, index = '', ...rest] = url.pathname.split('/');
    const root = this.#folders[Number(index)];
    if (root === undefined || index === '') return address;
    return `${pathToFileURL(root).href}/${rest.join('/')}${url.search}${url.hash}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((done) => this.#server.close(() => done()));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', this.origin);
    this.asked.push(pathname);
    const handler = this.#handlers.get(pathname);
    if (handler) return handler(request, response);
    const file = await this.#fileAt(pathname);
    if (file === undefined) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
      return;
    }
    const type = CONTENT_TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream';
    const content = await readFile(file);
    const charset = saysNothingButIsUtf8(type, content) ? '; charset=utf-8' : '';
    response
      .writeHead(200, { 'content-type': type + charset, 'cache-control': 'no-store' })
      .end(content);
  }

  async #fileAt(pathname: string): Promise<string | undefined> {
    const [, index = '', ...rest] = pathname.split('/');
    const folder = index === '' ? undefined : this.#folders[Number(index)];
    if (folder === undefined) return undefined;
    try {
      const root = await realpath(folder);
      const file = await realpath(join(root, ...rest.map(decodeURIComponent)));
      const inside = relative(root, file);
      if (inside === '..' || inside.startsWith(`..${sep}`) || resolve(inside) === inside) {
        return undefined;
      }
      return (await stat(file)).isFile() ? file : undefined;
    } catch {
      return undefined;
    }
  }
}

/**
 * Whether a page names no encoding of its own and is UTF-8. Browsers find that out for files, and over
 * http take another encoding; a page that names one keeps it.
 */
function saysNothingButIsUtf8(type: string, content: Buffer): boolean {
  const head = content.subarray(0, 1024).toString('latin1');
  return type === 'text/html' && !/(?:charset|encoding)\s*=/i.test(head) && isUtf8(content);
}
