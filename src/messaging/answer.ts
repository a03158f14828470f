import * as v from 'valibot';
import browser, { type Runtime } from 'webextension-polyfill';
import type { Answer, MessageName, Params, Results } from './vocabulary';
import { PARAMS } from './vocabulary';

export type Sender = Runtime.MessageSender;

/** What answers each message. */
export type Answers = {
  [Name in MessageName]: (
    params: Params[Name],
    sender: Sender,
  ) => Results[Name] | Promise<Results[Name]>;
};

const MessageSchema = v.strictObject({
  name: v.picklist(Object.keys(PARAMS) as MessageName[]),
  params: v.unknown(),
});

/** What our own pages alone say: no script in a page of the web has a cause for it. */
const SAID_BY_PAGES_ALONE: ReadonlySet<MessageName> = new Set(['term.edit']);

/**
 * Answers the messages of our own scripts. What comes from elsewhere, is of another name or brings other
 * params than {@link PARAMS} says changes nothing and is told so.
 */
export function answerMessages(answers: Partial<Answers>): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender) =>
    sender.id === browser.runtime.id ? answerTo(answers, message, sender) : undefined,
  );
}

/** The answer to one message; every failure is one too, since errors do not cross between scripts. */
export async function answerTo(
  answers: Partial<Answers>,
  message: unknown,
  sender: Sender,
): Promise<Answer> {
  try {
    const { name, params } = v.parse(MessageSchema, message);
    if (SAID_BY_PAGES_ALONE.has(name) && !sender.url?.startsWith(browser.runtime.getURL(''))) {
      throw new Error(`"${name}" is not for pages of the web`);
    }
    const checked = v.parse(PARAMS[name] as v.GenericSchema, params);
    const answer = answers[name] as ((params: unknown, sender: Sender) => unknown) | undefined;
    if (answer === undefined) throw new Error(`nothing answers "${name}"`);
    return { result: await answer(checked, sender) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
