import { sluis } from './consent.js';

async function signIn(): Promise<void> {
  const reply = await fetch('/demo/token?user=anna');
  const { token }: { token: string } = await reply.json();
  await sluis.identify(token);
}

async function signOut(): Promise<void> {
  await fetch('/demo/sign-out', { method: 'POST' });
  await sluis.signOut();
}

/** Two buttons of which one shows. */
export function startSignIn(): void {
  const [signInButton, signOutButton] = ['sign-in', 'sign-out'].map((what) =>
    document.querySelector<HTMLButtonElement>(`[data-app="${what}"]`),
  );
  if (!signInButton || !signOutButton) return;
  function show(isSignedIn: boolean): void {
    if (signInButton) signInButton.hidden = isSignedIn;
    if (signOutButton) signOutButton.hidden = !isSignedIn;
  }
  signInButton.addEventListener('click', () => void signIn().then(() => show(true), console.error));
  signOutButton.addEventListener(
    'click',
    () => void signOut().then(() => show(false), console.error),
  );
}
