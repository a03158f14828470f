import { isEntered, kindOf } from './element-kinds';
import { hostOf } from './host-of';
import { matches } from './matches';
import { ELEMENT } from './node-types';
import { own, standsIn } from './own';

/**
 * What is never read whatever its tag: text somebody is writing, and formulas, whose letters and digits are
 * set one by one and glue together to names.
 */
const EDITORS =
  '[contenteditable]:not([contenteditable="false" i]),[role="textbox"],.CodeMirror,.cm-editor,' +
  '.ProseMirror,.monaco-editor,.ace_editor';
const FORMULAS = '.katex,.MathJax';
const ISLANDS = `${EDITORS},${FORMULAS}`;

/** Attributes that turn an element into an editor. */
export const EDITOR_ATTRIBUTES = ['contenteditable'];

/** Whether nothing in an element is read, whatever its tag. */
export function isIsland(element: Element): boolean {
  return matches(element, ISLANDS);
}

/** Whether a node stands in something that is not read: what walks down from above never comes there, a change may. */
export function isUnread(node: Node): boolean {
  if (node.ownerDocument?.designMode === 'on') return true;
  for (let at: Node | undefined = node; at; at = hostOf(at)) {
    const element = at.nodeType === ELEMENT ? at : at.parentElement;
    if (element && own(element, 'closest').call(element, ISLANDS)) return true;
    if (standsIn(element, (one) => !isEntered(kindOf(one as Element)))) return true;
  }
  return false;
}
