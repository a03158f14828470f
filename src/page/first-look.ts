import type { NameSearch } from '../matcher/name-search';
import { isInline } from './element-kinds';
import { followTraces } from './follow-traces';
import { isUnread } from './islands';
import { ELEMENT } from './node-types';
import { done, type Ending, type Step } from './slices';
import { isInPage, TextReader } from './text-reader';
import { hasReadingAids } from './trace-places';
import { TEXTS, TreeText } from './tree-text';

/** Who wants to know whether a page holds names. */
export interface Asker {
  /** Whether nothing more has to be read. */
  readonly isSatisfied: boolean;
  /** Asked for at the first text, since most frames have none. */
  readonly names: NameSearch;
  /** A name may stand in the page. */
  onName(): void;
}

/**
 * Looks for names in the page's text until there is one. It puts no lines together: what is a word where it is read is
 * a name but for rare cases, in which the script that knows finds none.
 */
export class FirstLook extends TextReader {
  constructor(
    private readonly asker: Asker,
    ending: Ending,
  ) {
    super(ending);
  }

  protected override linesStep(container: Node): Step {
    return this.look(container, textsInLines);
  }

  protected override treeStep(root: Node): Step {
    return this.look(root);
  }

  private look(root: Node, textsOf?: (root: Node) => TreeWalker): Step {
    const { asker } = this;
    if (asker.isSatisfied || !isInPage(root)) return done;
    const tree = new TreeText(root as ParentNode & Node, textsOf);
    return followTraces(
      tree,
      () => asker.names,
      ({ isOther, containers }, search) => {
        if ((isOther || containers.length > 0 || hasReadingAids(root)) && !isUnread(root)) {
          search.end();
          asker.onName();
        }
        return done;
      },
    );
  }
}

/** The texts that stand in the lines of an element, and in no block below it. */
const textsInLines = (root: Node): TreeWalker =>
  document.createTreeWalker(root, TEXTS | NodeFilter.SHOW_ELEMENT, (node) =>
    node.nodeType !== ELEMENT
      ? NodeFilter.FILTER_ACCEPT
      : isInline(node)
        ? NodeFilter.FILTER_SKIP
        : NodeFilter.FILTER_REJECT,
  );
