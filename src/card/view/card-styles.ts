import factsCss from '../../ui/facts.css?inline';
import themeCss from '../../ui/theme.css?inline';
import bodyCss from './body.css?inline';
import cardCss from './card.css?inline';
import controlsCss from './controls.css?inline';
import footCss from './foot.css?inline';
import headCss from './head.css?inline';
import hostCss from './host.css?inline';
import preferencesCss from './preferences.css?inline';
import sheetCss from './sheet.css?inline';

/** The style sheets of the card's tree, in the order in which later ones win. */
export const CARD_STYLES: readonly string[] = [
  ...[hostCss, themeCss, cardCss, controlsCss, factsCss],
  ...[headCss, bodyCss, footCss, sheetCss, preferencesCss],
];
