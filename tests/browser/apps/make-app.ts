/** What React and Preact have in common. */
interface Library<Node> {
  createElement(type: string, props: object | null, ...children: unknown[]): Node;
  useState<Value>(initial: Value): [Value, (value: Value) => void];
}

/** What the page's app offers to the test. */
export interface AppControls {
  render(round: number): void;
  unmount(): void;
  /** What the library had to say against the page. */
  complaints: string[];
}

/** A component that shows other names and rows in another order at every round. */
export function makeApp<Node>({ createElement: h, useState }: Library<Node>): () => Node {
  return function App() {
    const [round, setRound] = useState(0);
    const controls = globalThis as unknown as Partial<AppControls>;
    controls.render = setRound;
    const rows = ['OpenAI', 'nobody', 'NVIDIA'].map((_, index, all) => all[(index + round) % 3]);
    return h(
      'main',
      null,
      h('h1', null, 'About ', h('b', null, 'DeepSeek'), h('i', null, ' R1')),
      h(
        'p',
        { id: 'changing' },
        round % 2 === 0 ? `GPT-4o, round ${round}` : `ChatGPT, round ${round}`,
      ),
      h('ul', null, ...rows.map((row) => h('li', { key: row }, h('span', null, row)))),
      round % 3 === 2 ? null : h('p', null, 'DeepSeek V3'),
      h('input', { defaultValue: 'OpenAI' }),
    );
  };
}
