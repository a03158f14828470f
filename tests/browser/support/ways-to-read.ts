import { unreadBlock } from '../../../src/matcher/mention';
import { openNameSearch } from '../../../src/matcher/name-search';
import { BlockWalker } from '../../../src/page/block-walker';
import { findIslands, isUnread } from '../../../src/page/islands';
import { KeptBlocks } from '../../../src/page/kept-blocks';
import { PageReader } from '../../../src/page/page-reader';
import { PageWatcher } from '../../../src/page/page-watcher';
import { ShadowRoots } from '../../../src/page/shadow-roots';
import type { TextBlock } from '../../../src/page/text-block';

const search = openNameSearch({ aliases: 'deepseek r1\no1\nr1', spellings: {} });

/** Keeps the texts that hold a name. */
function keeper() {
  const named: string[] = [];
  const take = ({ text }: TextBlock) => {
    if (search.hasName(text)) named.push(text);
  };
  return { named, take };
}

/** What the reader finds in a tree, which follows the traces that the whole text has of names. */
export async function readByTraces(root: Element): Promise<string[]> {
  const { named, take } = keeper();
  const ignore = () => undefined;
  const blocks = { isEmpty: true, take, forgetContainer: ignore, forget: ignore };
  const reader = new PageReader(() => search, blocks, { aborted: false });
  reader.wantTree(root);
  await reader.read();
  return named;
}

/** What a walk over everything in it finds. */
export function readByWalk(root: Element): string[] {
  const { named, take } = keeper();
  if (isUnread(root)) return named;
  const walker = new BlockWalker(root, { isIsland: findIslands(root), onBlock: take });
  walker.walk(() => false);
  return named;
}

/** Reads a document on as it changes; gives what to call to be told all that is known to hold a name now. */
export function readChanges(): () => Promise<string[]> {
  const blocks = new KeptBlocks((text) =>
    search.hasName(text) ? unreadBlock(text.length) : undefined,
  );
  const reader = new PageReader(() => search, blocks, { aborted: false });
  const ignore = () => undefined;
  const watcher = new PageWatcher(reader, new ShadowRoots(ignore), {
    onTextChanged: ignore,
    onNodesMoved: ignore,
    onDocumentReplaced: ignore,
    onWork: ignore,
  });
  watcher.watch(document);
  return async () => {
    await reader.read();
    return blocks.all.map(({ text }) => text);
  };
}
