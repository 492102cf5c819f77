/**
 * A grant needs the visitor's own click or key, at the moment of asking (a guard against tampering,
 * not a wall: code in the page can wait for one). A browser without `userActivation` is too old for
 * the surfaces as well.
 */
export function mayGrant(): boolean {
  return navigator.userActivation?.isActive ?? false;
}
