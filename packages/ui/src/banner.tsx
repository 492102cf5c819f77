import { Fragment, type VNode } from 'preact';
import { fill } from './fill.js';
import type { Messages } from './messages.js';

/** A purpose as the first layer shows it. */
interface AskedPurpose {
  readonly id: string;
  readonly label: string;
  readonly text: string;
}

export interface BannerProps {
  readonly messages: Messages;
  /** Name of the controller (EDPB 05/2020: informed, who asks). */
  readonly controller: string;
  readonly policyUrl: string;
  readonly purposes: readonly AskedPurpose[];
  /** Is a signal of the browser heeded? In the baked banner the words are there, and go where it is not. */
  readonly signalled: boolean;
}

/**
 * The first layer. Its words and buttons are light children, because automatic consent clients look
 * no further; list and layout are in the shadow root, where page CSS cannot reach. Three buttons of
 * one kind, beside each other (R01-R04, R29).
 */
export function Banner(props: BannerProps): VNode {
  const { messages, controller, policyUrl, purposes, signalled } = props;
  const values = { controller, reopen: messages.reopen };
  return (
    <div
      data-sluis="banner"
      role="dialog"
      aria-label={messages.bannerTitle}
      lang={messages.language}
      dir={messages.direction}
    >
      <template shadowrootmode="open">
        <div class="text">
          <slot />
          <ul role="list">
            {purposes.map(({ id }) => (
              <li key={id}>
                <slot name={`p-${id}`} />
              </li>
            ))}
          </ul>
          <slot name="more" />
        </div>
        <div class="actions">
          <slot name="actions" />
        </div>
      </template>
      <h2 tabindex={-1}>{messages.bannerTitle}</h2>
      <p>{fill(messages.bannerText, values)}</p>
      {purposes.map(({ id, label, text }) => (
        <Fragment key={id}>
          <strong slot={`p-${id}`}>{label}</strong>
          <span slot={`p-${id}`}>{text}</span>
        </Fragment>
      ))}
      <p slot="more">{fill(messages.bannerChange, values)}</p>
      {signalled && (
        <p slot="more" data-sluis-signal="">
          {messages.bannerSignal}
        </p>
      )}
      <a slot="more" href={policyUrl}>
        {fill(messages.policyLink, values)}
      </a>
      <button type="button" slot="actions" data-sluis-action="accept">
        {messages.accept}
      </button>
      <button type="button" slot="actions" data-sluis-action="refuse">
        {messages.refuse}
      </button>
      <button type="button" slot="actions" data-sluis-action="settings">
        {messages.settings}
      </button>
    </div>
  );
}
