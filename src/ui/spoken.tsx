import type { SpokenText } from '../glossary/language';

/** A text of a pack, marked with the language it is in, so that it is set and read aloud right. */
export function Spoken({ text, language }: SpokenText) {
  return (
    <bdi lang={language} dir="ltr">
      {text}
    </bdi>
  );
}
