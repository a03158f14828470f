import { matches } from '../page/matches';
import { ELEMENT } from '../page/node-types';
import type { PageMention } from '../page/page-mention';

/** In CSS pixels of the viewport. */
export interface Place {
  x: number;
  y: number;
}

export interface PointerEvents {
  mentionAt(x: number, y: number): PageMention | undefined;
  /** The pointer came over another element. */
  onOver(element: Element): void;
  /**
   * The pointer is on this mention now, or on none. Called as often as it is looked.
   *
   * @param since When the pointer came to where it is, in milliseconds as `performance.now()` counts.
   */
  onPointAt(mention: PageMention | undefined, since: number): void;
  /** The pointer or a finger is at this place of the viewport now, or at none; before anything else. */
  onNear(place: Place | undefined): void;
  /** Whether its mark is to be seen. */
  isSeen(mention: PageMention): boolean;
  /** A finger tapped on a mention that is no link and no control. */
  onTap(mention: PageMention): void;
}

/** What a tap is meant for when it stands in one of these. */
const CONTROLS = 'a[href],button,input,select,textarea,label,summary,[role="button"],[role="link"]';

const TYPES = [
  'pointermove',
  'pointerdown',
  'pointerup',
  'pointercancel',
  'pointerout',
  'scroll',
  'click',
];
const OPTIONS = { capture: true, passive: true } as const;

/** Follows the pointer over the marks. What the page makes up counts for nothing: trusted events only. */
export class MarkPointer {
  private over: EventTarget | null = null;
  private place: Place | undefined;
  private placedAt = 0;
  private isLooking = false;
  private isTouch = false;

  constructor(private readonly events: PointerEvents) {}

  /** Begins to listen, or makes sure of it: a listener that is there already is not added twice. */
  listen(): void {
    for (const type of TYPES) window.addEventListener(type, this.onEvent, OPTIONS);
  }

  stop(): void {
    for (const type of TYPES) window.removeEventListener(type, this.onEvent, OPTIONS);
    this.place = undefined;
    this.over = null;
  }

  /** Looks again at the place where the pointer is: the page scrolled, marks came or went. */
  look(): void {
    this.placedAt = performance.now();
    this.lookSoon();
  }

  /** Once in a frame, however often the pointer moves in it. */
  private lookSoon(): void {
    if (!this.place || this.isLooking) return;
    this.isLooking = true;
    requestAnimationFrame(() => {
      this.isLooking = false;
      const { place } = this;
      if (!place) return;
      this.events.onNear(place);
      this.events.onPointAt(this.events.mentionAt(place.x, place.y), this.placedAt);
    });
  }

  private readonly onEvent = (event: Event): void => {
    if (!event.isTrusted) return;
    if (event.type === 'scroll') this.look();
    else if (event.type === 'click') this.tap(event as PointerEvent);
    else this.move(event as PointerEvent);
  };

  private move(event: PointerEvent): void {
    this.isTouch = event.pointerType === 'touch';
    if (this.isTouch) return;
    const isLeft = event.type === 'pointerout';
    const under = isLeft ? event.relatedTarget : event.target;
    // Into a frame that shares the page's process it goes without another move.
    const isOutside = !under || 'contentWindow' in under;
    if (isOutside || event.type === 'pointercancel' || event.buttons !== 0) {
      this.place = undefined;
      this.events.onNear(undefined);
      this.events.onPointAt(undefined, event.timeStamp);
    } else if (isLeft) {
      // Of what scrolls in a shadow tree the page hears no more than that something else came under the pointer.
      this.look();
    } else {
      this.place = { x: event.clientX, y: event.clientY };
      if (under !== this.over && isElement(under)) this.events.onOver(under);
      this.over = under;
      // The reader waits from here on, not from the frame in which it is looked.
      this.placedAt = event.timeStamp;
      this.lookSoon();
    }
  }

  private tap(event: PointerEvent): void {
    if (!this.isTouch || event.defaultPrevented) return;
    const onControl = event
      .composedPath()
      .some((target) => isElement(target) && matches(target, CONTROLS));
    const place = { x: event.clientX, y: event.clientY };
    const mention = onControl ? undefined : this.events.mentionAt(place.x, place.y);
    // What was not to be seen cannot have been meant; from now on it is.
    const isMeant = mention && this.events.isSeen(mention);
    this.events.onNear(place);
    if (isMeant) this.events.onTap(mention);
  }
}

/** One that came from a frame is no instance of this page's own. */
function isElement(target: EventTarget | null): target is Element {
  return (target as Node | null)?.nodeType === ELEMENT;
}
