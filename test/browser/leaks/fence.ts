/**
 * Round trips to the page's own server, frames and idle periods: what a vector sends is on its way
 * before them. The baseline run proves that the fence is long enough. What the gate holds may keep
 * `self.fenced` from ever coming about, so that is waited for a second at most. A tab
 * in the background has no frames.
 */
export const fence = `(async () => {
  await Promise.race([self.fenced, new Promise((done) => setTimeout(done, 1000))]);
  const idle = self.requestIdleCallback ?? ((done) => setTimeout(done, 20));
  for (let round = 0; round < 5; round++) {
    await fetch(location.origin + '/fence', { cache: 'no-store' });
    await new Promise((done) => [requestAnimationFrame(done), setTimeout(done, 200)]);
    await new Promise((done) => idle(done, { timeout: 200 }));
  }
})()`;
