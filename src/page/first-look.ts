import type { NameSearch } from '../matcher/name-search';
import { isInline } from './element-kinds';
import { followTraces } from './follow-traces';
import { isBodyOrInPage } from './in-page';
import { isUnread } from './islands';
import { CDATA, TEXT } from './node-types';
import { own } from './own';
import { done, type Ending, type Step } from './slices';
import { hasReadingAids, TextReader } from './text-reader';
import { type Texts, TreeText } from './tree-text';

/** Who wants to know whether a page holds names, as long as it is not ended. */
export interface Asker extends Ending {
  /** Whether nothing more has to be read. */
  readonly isSatisfied: boolean;
  /** Asked for at the first text, since most frames have none. */
  readonly names: NameSearch;
  /** A name may stand in the page. */
  onName(): void;
}

/** How often a tree that changed while it was read is read again; then it is taken to hold a name. */
const MOST_AGAIN = 3;

/**
 * Looks for names in the page's text until there is one. It puts no lines together: what is a word where it is read is
 * a name but where a line goes on differently in the next node, and there the script that knows finds none.
 */
export class FirstLook extends TextReader {
  private again = 0;

  constructor(private readonly asker: Asker) {
    super(asker);
  }

  protected override linesStep(container: Node): Step {
    return isUnread(container) ? done : this.look(container, takeLines);
  }

  protected override treeStep(root: Node): Step {
    return this.look(root);
  }

  private look(root: Node, take?: typeof takeLines): Step {
    const { asker } = this;
    if (asker.isSatisfied || !isBodyOrInPage(root)) return done;
    let hasAids: boolean | undefined;
    const tree = new TreeText(root as ParentNode & Node, take);
    const names = () => asker.names;
    return followTraces(tree, names, ({ isOther, containers }, search) => {
      const isSeen = isOther || containers.length > 0;
      if (!isSeen) hasAids ??= !take && hasReadingAids(root);
      if (!isSeen && !hasAids) return done;
      search.return();
      if (isUnread(root)) return done;
      if (isOther && this.again++ < MOST_AGAIN) this.wantTree(root);
      else asker.onName();
      return done;
    });
  }
}

/** Nodes between two looks at the clock. */
const NODES_PER_LOOK = 256;

/** Takes the texts that stand in the lines of an element, and in no block below it. */
function* takeLines(tree: TreeText): Generator<void, void> {
  tree.pieces.push({ start: 0, texts: () => textsInLines(tree.root) });
  const texts = textsInLines(tree.root);
  let looked = 0;
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    tree.text += (text as CharacterData).data;
    if (++looked % NODES_PER_LOOK === 0) yield;
  }
}

/** Given for what is passed by: very many blocks may stand between two texts, and each is one more node looked at. */
const NO_TEXT = { data: '', length: 0 } as CharacterData;

function textsInLines(root: Node): Texts {
  let at = root;
  return {
    nextNode: () => {
      let next = at === root || isInline(at) ? at.firstChild : null;
      while (!next && at !== root) {
        next = own(at, 'nextSibling');
        // Of what is no longer in the page the rest is wanted anew.
        if (!next) at = own(at, 'parentNode') ?? root;
      }
      if (next) at = next;
      return next && !isText(next) ? NO_TEXT : next;
    },
  };
}

const isText = ({ nodeType }: Node): boolean => nodeType === TEXT || nodeType === CDATA;
