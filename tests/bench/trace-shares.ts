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

/** What runs once `scheduler.yield()` comes back. It names no script; in pages whose own scripts are kept from running it is ours. */
const CONTINUATION = 'dom_task_continuation.cc';
const MICROTASKS = 'BlinkScheduler_PerformMicrotaskCheckpoint';

/**
 * Shares out the main thread's time among the worlds of extensions.
 *
 * @param yielding The world that continuations belong to.
 * @returns By the name of the world: that of its extension.
 */
export function sharesByWorld(events: readonly TraceEvent[], yielding: string): Map<string, Share> {
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
    visit(task, isContinuation(task) ? yielding : undefined, add);
    for (const [world, time] of inTask) {
      const share = shareOf(world);
      share.longest = Math.max(share.longest, time);
    }
  }
  return shares;
}

function visit(
  node: Node,
  continued: string | undefined,
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
  if (event.name === MICROTASKS && continued !== undefined) {
    add(continued, node, false);
    return;
  }
  for (const child of children) visit(child, continued, add);
}

const isContinuation = ({ event, children }: Node): boolean =>
  String(event.args?.src_file ?? '').endsWith(CONTINUATION) || children.some(isContinuation);

const timeOf = ({ tdur, dur = 0 }: TraceEvent): number => (tdur ?? dur) / 1_000;

/** The tasks of all renderers' main threads, as trees. */
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
  const roots: Node[] = [];
  for (const thread of byThread.values()) {
    thread.sort((one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0));
    const open: Node[] = [];
    for (const event of thread) {
      while (open.length > 0 && endOf(open.at(-1) as Node) <= event.ts) open.pop();
      const node: Node = { event, children: [] };
      (open.at(-1)?.children ?? roots).push(node);
      open.push(node);
    }
  }
  return roots;
}

const endOf = ({ event }: Node): number => event.ts + (event.dur ?? 0);
