import type { Page } from '@playwright/test';
import { expect, gatedPage, settle, test, type World } from './bank-test.ts';

const config = {
  controller: { name: 'Bank', contact: 'x@bank.example', policyUrl: '/privacy' },
  languages: ['nl'],
  banner: 'none',
  purposes: ['counting', 'selling'].map((id) => ({
    id,
    legalBasis: 'a',
    label: id,
    text: `Doet ${id}.`,
  })),
};

/** A banner, preferences and a way back of the site's own, by nothing but the public object. */
const own = `<form id="own"><label><input type="checkbox" name="counting">Tellen</label>
<label><input type="checkbox" name="selling">Verkopen</label><button>Bewaar</button></form>
<output id="state"></output><button id="withdraw" data-sluis-action="settings">Intrekken</button>
<script>
const form = document.querySelector('#own');
const show = () => { document.querySelector('#state').textContent = ['counting', 'selling'].filter((id) => sluis.allows(id)).join() || 'niets'; };
sluis.on('change', show);
show();
form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const saved = await sluis.save({ counting: form.counting.checked, selling: form.selling.checked });
  form.hidden = saved;
});
</script>`;

async function open(page: Page, world: World): Promise<void> {
  world.page('/own', gatedPage(config, own));
  await page.goto(world.url('/own'));
  await settle(page);
}

test("a site's own surfaces answer by save() and follow by events, and nothing of ours shows", async ({
  page,
  world,
}) => {
  await open(page, world);
  await expect(page.locator('[data-sluis]')).toHaveCount(0);
  await expect(page.locator('#state')).toHaveText('niets');

  await page.getByRole('checkbox', { name: 'Tellen' }).check();
  await page.getByRole('button', { name: 'Bewaar' }).click();

  await expect(page.locator('#state')).toHaveText('counting');
  await expect(page.locator('#own')).toBeHidden();
  await page.reload();
  await expect(page.locator('#state')).toHaveText('counting');
  expect((await page.evaluate(() => window.sluis?.history()))?.[0]).toMatchObject({
    method: 'api',
    purposes: { counting: { answer: 'granted' }, selling: { answer: 'refused' } },
  });
});

test("R09 the guards are the same: a script's save() grants nothing, and refuses", async ({
  page,
  world,
}) => {
  const self = `<output id="granted"></output><script>
addEventListener('load', async () => {
  const granted = await sluis.save({ counting: true });
  const refused = await sluis.save({ counting: false });
  document.querySelector('#granted').textContent = [granted, refused].join();
});
</script>`;
  world.page('/own', gatedPage(config, self));
  await page.goto(world.url('/own'));

  await expect(page.locator('#granted')).toHaveText('false,true');
  const history = await page.evaluate(() => window.sluis?.history());
  expect(history?.map(({ purposes }) => purposes.counting?.answer)).toEqual(['refused']);
});
