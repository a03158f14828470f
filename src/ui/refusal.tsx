/** Why something was not done; empty where it was. It is always there, so that screen readers hear of what comes into it. */
export function Refusal({ text, id }: { text: string; id?: string }) {
  return (
    <p id={id} class="refusal" role="alert">
      {text}
    </p>
  );
}
