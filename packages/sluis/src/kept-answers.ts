import { answerLife, laterOf } from '@sluis/consent';
import { SluisError, type State } from '@sluis/schema';
import {
  mirrorPlace,
  readMirrorText,
  writeMirrorText,
  type Mirror,
  type MirrorPlace,
  type Side,
} from '@sluis/storage';

/** The answers that are known at once, of the device and of the signed-in person. */
export interface KeptAnswers {
  /** Both as one: the later answer counts. */
  state(): State;
  of(side: Side): Mirror;
  /** Is there an account's mirror, that is: did someone sign in and not sign out? */
  hasAccount(): boolean;
  write(side: Side, mirror: Mirror): void;
  /** Another tab may have written. */
  reread(): void;
  dropAccount(): void;
}

const nothing: Mirror = { state: {} };

/** The account's mirror ends with the browser session, so that a forgotten sign-out ends too (S15). */
export function keepAnswers(report: (error: SluisError) => void): KeptAnswers {
  const places: { readonly [side in Side]: MirrorPlace } = {
    device: mirrorPlace('sluis', answerLife / 1000),
    account: mirrorPlace('sluis-account'),
  };
  const mirrors: { [side in Side]?: Mirror } = {};

  const read = (side: Side): void => {
    const text = places[side].read();
    try {
      if (text) mirrors[side] = readMirrorText(text);
    } catch (error) {
      if (error instanceof SluisError) report(error);
    }
  };

  const of = (side: Side): Mirror => mirrors[side] ?? nothing;

  const reread = (): void => {
    read('device');
    if (!places.account.read()) delete mirrors.account;
    read('account');
  };
  reread();

  return {
    state: () => laterOf(of('device').state, of('account').state),
    of,
    hasAccount: () => !!mirrors.account,
    write(side, mirror) {
      mirrors[side] = mirror;
      if (!places[side].write(writeMirrorText(mirror))) report(new SluisError('S02', 'mirror'));
    },
    reread,
    dropAccount() {
      delete mirrors.account;
      places.account.clear();
    },
  };
}
