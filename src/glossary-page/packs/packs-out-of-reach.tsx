import { message } from '../../ui/message';

/** What stands in a private window where the reader's packs would. */
export function PacksOutOfReach() {
  return (
    <section class="page packs">
      <h1 tabIndex={-1}>{message('packsHeading')}</h1>
      <p class="lead">{message('packsOutOfReach')}</p>
    </section>
  );
}
