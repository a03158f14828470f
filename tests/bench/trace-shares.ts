/** One event of a browser's trace; times in microseconds. */
export interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** Time the thread really ran: what other programs of the machine took in between is not in it. */
  tdur?: number;
  args?: Record<string, unknown>;
}

/** What the scripts of one world cost the main thread, in milliseconds of its own time. */
export interface Share {
  total: number;
  /** The part of it that parsed and first ran the files. */
  evaluation: number;
  /** The most in any one task. */
  longest: number;
}

interface Node {
  event: TraceEvent;
  children: Node[];
}

/** What runs once `scheduler.yield()` comes back. */
const CONTINUATION = 'dom_task_continuation.cc';
/** The interfaces by which Chromium answers calls of an extension's API. */
const EXTENSION_ANSWER = /^extensions\./;
/** What promises that were kept in a task set going; Chromium notes it behind the task. */
const MICROTASKS = 'BlinkScheduler_PerformMicrotaskCheckpoint';

/**
 * Shares out the main thread's time among the worlds of extensions.
 *
 * @param awaiting The world that what follows an `await` belongs to, where the trace names none: the only one
 *   that yields or calls the extension API, in pages whose own scripts do neither.
 * @returns By the name of the world: that of its extension.
 */
export function sharesByWorld(events: readonly TraceEvent[], awaiting: string): Map<string, Share> {
  const shares = new Map<string, Share>();
  const shareOf = (world: string): Share => {
    let share = shares.get(world);
    if (!share) {
      share = { total: 0, evaluation: 0, longest: 0 };
      shares.set(world, share);
    }
    return share;
  };
  for (const task of tasksOf(events)) {
    const inTask = new Map<string, number>();
    const add = (world: string, { event }: Node, isEvaluation: boolean) => {
      const time = timeOf(event);
      const share = shareOf(world);
      share.total += time;
      if (isEvaluation) share.evaluation += time;
      inTask.set(world, (inTask.get(world) ?? 0) + time);
    };
    visit(task, isAwaited(task) ? awaiting : undefined, add);
    for (const [world, time] of inTask) {
      const share = shareOf(world);
      share.longest = Math.max(share.longest, time);
    }
  }
  return shares;
}

/** Milliseconds that the scripts of a world took to be compiled; a hundredth of one where they had been before. */
export function timeCompiling(events: readonly TraceEvent[], world: string): number {
  return events
    .filter(({ name, args }) => name === 'v8.compile' && args?.worldName === world)
    .reduce((sum, event) => sum + timeOf(event), 0);
}

/** Milliseconds that calls of functions of a name took in all frames, in the main thread's own time. */
export function timeInFunction(events: readonly TraceEvent[], name: string): number {
  const calls = events.filter(({ args }) => {
    const { functionName } = (args?.data ?? {}) as { functionName?: string };
    return functionName === name;
  });
  return calls.reduce((sum, call) => sum + timeOf(call), 0);
}

function visit(
  node: Node,
  awaiting: string | undefined,
  add: (world: string, node: Node, isEvaluation: boolean) => void,
): void {
  const { event, children } = node;
  const world = event.args?.worldName;
  if (typeof world === 'string' && world !== '') {
    add(world, node, event.name === 'v8.run');
    return;
  }
  if (event.name === 'EvaluateScript') {
    const run = children.find((child) => typeof child.event.args?.worldName === 'string');
    if (run?.event.args?.worldName) {
      add(run.event.args.worldName as string, node, true);
      return;
    }
  }
  if (event.name === MICROTASKS && awaiting !== undefined) {
    add(awaiting, node, false);
    return;
  }
  for (const child of children) visit(child, awaiting, add);
}

function isAwaited({ event: { args }, children }: Node): boolean {
  const { mojo_interface_tag: tag } = (args?.chrome_mojo_event_info ?? {}) as {
    mojo_interface_tag?: string;
  };
  return (
    String(args?.src_file ?? '').endsWith(CONTINUATION) ||
    (tag !== undefined && EXTENSION_ANSWER.test(tag)) ||
    children.some(isAwaited)
  );
}

const timeOf = ({ tdur, dur = 0 }: TraceEvent): number => (tdur ?? dur) / 1_000;

/** The tasks of all renderers' main threads, as trees, each with the microtasks behind it. */
function tasksOf(events: readonly TraceEvent[]): Node[] {
  const isMain = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const byThread = new Map<string, TraceEvent[]>();
  for (const event of events) {
    const thread = `${event.pid} ${event.tid}`;
    if (event.ph !== 'X' || !isMain.has(thread)) continue;
    const before = byThread.get(thread);
    if (before) before.push(event);
    else byThread.set(thread, [event]);
  }
  return [...byThread.values()].flatMap(tasksOfThread);
}

function tasksOfThread(events: TraceEvent[]): Node[] {
  events.sort((one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0));
  const tasks: Node[] = [];
  const open: Node[] = [];
  for (const event of events) {
    while (open.length > 0 && endOf(open.at(-1) as Node) <= event.ts) open.pop();
    const node: Node = { event, children: [] };
    const around = open.at(-1) ?? (event.name === MICROTASKS ? tasks.at(-1) : undefined);
    (around?.children ?? tasks).push(node);
    open.push(node);
  }
  return tasks;
}

const endOf = ({ event }: Node): number => event.ts + (event.dur ?? 0);
