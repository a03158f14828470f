import { own } from './own';

/** Whether an element is one of these. */
export const matches = (element: Element, selector: string): boolean =>
  own(element, 'matches').call(element, selector);
