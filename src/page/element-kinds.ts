/** What an element does to the text around it; the kinds that are not read come last. */
export const ElementKind = {
  /** Ends the run of text before it and begins one of its own: `<p>`, `<td>`, unknown elements. */
  Block: 0,
  /** Its text goes on in the line: `<b>`, `<span>`. */
  Inline: 1,
  /** In the line, but a word of its own: footnote marks. */
  InlineWord: 2,
  /** In the line, and words of their own only where they are set edge to edge: tags. */
  Link: 3,
  /** Unread, and nothing to the eye: `<script>`, the reading aids of `<ruby>`. */
  Silent: 4,
  /** Unread, and something stands there: `<code>`, `<img>`, `<input>`. */
  Opaque: 5,
  /** Ends the run and is not read: `<pre>`, `<textarea>`. */
  OpaqueBlock: 6,
} as const;

export type ElementKind = (typeof ElementKind)[keyof typeof ElementKind];

/** By kind, with spaces between; all others are blocks. */
export const TAGS: Readonly<Record<Exclude<ElementKind, typeof ElementKind.Block>, string>> = {
  [ElementKind.Inline]:
    'span b strong i em u s font small big mark abbr acronym cite q dfn time data ins del bdi bdo ' +
    'var tt strike nobr wbr ruby rb label slot output',
  [ElementKind.InlineWord]: 'sup sub',
  [ElementKind.Link]: 'a',
  [ElementKind.Silent]:
    'script style template noscript rt rp rtc link meta title source track param area map',
  [ElementKind.Opaque]:
    'code kbd samp img svg math input button select textarea canvas video audio iframe object embed ' +
    'picture meter progress ai-footnotes mjx-container',
  [ElementKind.OpaqueBlock]:
    'pre br hr head datalist frameset frame noframes xmp listing plaintext',
};

/** Made at the first question: in most frames nobody asks. */
let kinds: ReadonlyMap<string, ElementKind> | undefined;

/** Whether what stands in elements of a kind is read. */
export const isEntered = (kind: ElementKind): boolean => kind < ElementKind.Silent;

/** Whether elements of a kind end the line they stand in. */
export const endsLine = (kind: ElementKind): boolean =>
  kind === ElementKind.Block || kind === ElementKind.OpaqueBlock;

/** Unknown and custom elements count as blocks: a name cut in two is missed, two texts glued are misread. */
export function kindOf(element: Element): ElementKind {
  kinds ??= kindsByTag();
  return kinds.get(element.localName) ?? ElementKind.Block;
}

/** Whether nothing of a node is read, and nothing seen where it stands. */
export const isSilent = (node: Node): boolean => kindOf(node as Element) === ElementKind.Silent;

function kindsByTag(): ReadonlyMap<string, ElementKind> {
  return new Map(
    Object.entries(TAGS).flatMap(([kind, names]) =>
      names.split(' ').map((name): [string, ElementKind] => [name, Number(kind) as ElementKind]),
    ),
  );
}

/** Whether a node's text stands in the lines of what is around it. */
export function isInline(node: Node): boolean {
  const kind = kindOf(node as Element);
  return isEntered(kind) && !endsLine(kind);
}
