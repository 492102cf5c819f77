/** Reading must not create: a first visitor has no database of ours, and needs no room to look in it. */
export async function hasRecord(): Promise<boolean> {
  try {
    const databases = await indexedDB.databases();
    return databases.some(({ name }) => name === 'sluis');
  } catch {
    return false; // refused: what there was cannot be read either
  }
}
