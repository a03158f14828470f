import type { CardMeasure, CardMeasureValue } from '../glossary/card-term';
import { valueInWords } from './chart';
import { interfaceLanguage, message } from './message';

/** A value as exact as its source has it: "79.8%", "more than $100M". */
export function qualifiedValue(
  unit: CardMeasure['unit'],
  { value, qualifier }: CardMeasureValue,
): string {
  const words = valueInWords(unit, value, interfaceLanguage());
  switch (qualifier) {
    case 'exact':
      return words;
    case 'about':
      return message('cardAbout', words);
    case 'nearly':
      return message('cardNearly', words);
    case 'more-than':
      return message('cardMoreThan', words);
  }
}
