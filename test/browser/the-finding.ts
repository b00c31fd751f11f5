import { expect, it } from '@jest/globals';
import { offeredCase, openedCase } from './a-case.js';
import { answerTo, says } from './desk.js';
import { finished } from './the-door.js';
import type { Workplace } from './workplace.js';

const DUTY = '532528-psb.duty';
const OFFICER = '532528-psb.officer';
const NAME = 'Trần Thị Hoa';

/** Finding something, and being told of something. */
export function theFinding(workplace: () => Workplace): void {
  it('finds a case by the name of a victim, which stands in no address, and by its number', async () => {
    const { caseId } = await openedCase(workplace().stage);
    const desk = await workplace().signedIn(DUTY);
    await desk.go('/');
    const asked: string[] = [];
    desk.page.on('request', (request) => asked.push(decodeURIComponent(request.url())));
    const box = desk.page.getByRole('search').getByRole('searchbox');
    await box.fill(NAME);
    const answer = await answerTo(desk.page, () => box.press('Enter'), /\/searches$/);
    expect(answer.status()).toBe(200);
    const link = desk.page.getByRole('region', { name: '按人' }).locator(`a[href="/cases/${caseId}"]`);
    await link.waitFor();
    await desk.picture('found-by-name');
    expect([...asked, desk.page.url()].filter((address) => address.includes('Hoa'))).toEqual([]);
    const number = (await link.textContent())!;
    await box.fill(number);
    await box.press('Enter');
    await desk.page.getByRole('region', { name: '按案号' }).locator(`a[href="/cases/${caseId}"]`).waitFor();
    await box.fill('元阳');
    await box.press('Enter');
    await desk.page.getByRole('region', { name: /区划 532528/ }).locator(`a[href="/cases/${caseId}"]`).waitFor();
    await finished(desk);
  });

  it('tells the unit what is asked of it; who has taken note stands there for the others', async () => {
    const { caseId } = await offeredCase(workplace().stage);
    const [one, other] = [await workplace().signedIn(OFFICER), await workplace().signedIn(DUTY)];
    for (const desk of [one, other]) await desk.go('/notices');
    const row = ({ page }: typeof one) =>
      page.locator('.rows > li', { has: page.locator(`a[href="/cases/${caseId}"]`) }).first();
    await says(row(one), '请您单位接收');
    await says(row(other), '请您单位接收');
    const press = () => row(one).getByRole('button', { name: '知悉', exact: true }).click();
    expect((await answerTo(one.page, press, /\/marks$/)).status()).toBe(200);
    await row(one).waitFor({ state: 'detached' });
    await one.page.getByText('全部', { exact: true }).click();
    await says(row(one), /本人\s*已知悉/);
    await one.picture('noted');
    await other.go('/notices');
    await other.page.getByText('全部', { exact: true }).click();
    await says(row(other), '已知悉');
    await finished(one);
    await finished(other);
  });
}
