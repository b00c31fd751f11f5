import type { Locator, Page } from 'playwright-core';
import type { Schema } from '../../web/src/api/command.js';
import { asksForUnit } from '../../web/src/forms/values.js';

type Body = Readonly<Record<string, unknown>>;

/** What only the page itself makes or leaves out. */
const NOT_ON_THE_FORM = new Set(['occurredAt', 'personIds', 'keyId', 'signature']);
const FEW = 5;
const UUID_LENGTH = 36;

/** Fills in a form as a person does: presses, chooses, types. */
export class Filling {
  /** @param sameThing ids that a story has made up, and those that the page has given to the same things. */
  constructor(private readonly page: Page, private readonly form: Locator, private readonly sameThing: Map<string, string>) {}

  async fillIn(schema: Schema, body: Body, path = ''): Promise<void> {
    for (const [name, value] of Object.entries(body)) {
      const field = schema.properties?.[name];
      if (value === undefined || NOT_ON_THE_FORM.has(name)) continue;
      if (!field) throw new Error(`There is no field ${path}${name}.`);
      await this.field(`${path}${name}`, field, value);
    }
  }

  private async field(path: string, schema: Schema, value: unknown): Promise<void> {
    if (schema.properties) return this.fillIn(schema, value as Body, `${path}.`);
    if (schema.type === 'array') return this.list(path, schema, value as unknown[]);
    if (schema.type === 'boolean' || (schema.enum && schema.enum.length <= FEW)) return this.press(path, String(value));
    const isPicked = schema.enum !== undefined || schema.maxLength === UUID_LENGTH;
    if (isPicked || asksForUnit(path.split('.').at(-1)!) || /division$|nationality$|country$/.test(path))
      return this.choose(path, value as string, { typing: !isPicked });
    const typed = schema.pattern?.includes('T\\d{2}') ? inBeijing(value as string) : String(value);
    return this.place(path).locator('input, textarea').first().fill(typed);
  }

  private async list(path: string, schema: Schema, values: unknown[]): Promise<void> {
    const item = schema.items ?? {};
    if (item.enum) {
      for (const value of values) await this.press(path, String(value));
    } else if (!item.properties) {
      for (const value of values) await this.choose(path, value as string, { typing: false });
      await this.page.keyboard.press('Escape');
    } else {
      for (const [index, value] of values.entries()) await this.entry(`${path}.${index}`, { schema, item }, value as Body);
    }
  }

  /** Of a list with one place for each code (the three packages) every place is there; of others one is added. */
  private async entry(path: string, { schema, item }: { schema: Schema; item: Schema }, value: Body): Promise<void> {
    const coded = schema.minItems === schema.maxItems && Object.entries(item.properties ?? {}).find(([, field]) => field.enum);
    if (coded) {
      const [name, field] = coded;
      const rest = Object.fromEntries(Object.entries(value).filter(([key]) => key !== name));
      return this.fillIn(item, rest, `${path.replace(/\d+$/, '')}${field.enum!.indexOf(value[name] as string)}.`);
    }
    const [first] = Object.keys(item.properties ?? {}).filter((name) => !NOT_ON_THE_FORM.has(name));
    if (await this.place(`${path}.${first}`).count() === 0)
      await this.place(path.replace(/\.\d+$/, '')).locator(':scope > button').click();
    return this.fillIn(item, value, `${path}.`);
  }

  private async press(path: string, value: string): Promise<void> {
    await this.place(path).locator(`input[value="${value}"]`).check();
  }

  private async choose(path: string, value: string, { typing }: { typing: boolean }): Promise<void> {
    const wanted = this.sameThing.get(value) ?? value;
    const box = this.place(path).locator('.ant-select');
    if (!(await box.getAttribute('class'))?.includes('ant-select-open')) await box.click();
    if (typing) await this.page.keyboard.type(wanted);
    const options = this.page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option');
    const option = options.and(this.page.locator(`[data-value="${wanted}"]`));
    await options.first().waitFor();
    const isNew = /(householdId|relativeId|parents\.\d+\.personId|evidence)$/.test(path) && await option.count() === 0;
    if (isNew) this.sameThing.set(value, (await options.last().getAttribute('data-value'))!);
    await (isNew ? options.last() : option).click();
  }

  private place(path: string): Locator {
    return this.form.locator(`[data-field="${path}"]`);
  }
}

/** As it stands in a field for date and time. */
const inBeijing = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16);
