import type { ValidationError } from '@nestjs/common';
import { fieldsOf, formOf, unreadable, wrongForm, type Class, type Violation } from '#contracts';

const AN_OBJECT = { zh: '须为一个对象。', en: 'It must be an object.' };

/** What the validators found, field by field, in the words of the fields' own declaration. */
export function violationsIn(errors: readonly ValidationError[], path = ''): Violation[] {
  // A list in the place of the whole.
  if (path === '' && errors.some(({ target }) => Array.isArray(target))) return [wrongForm('body', AN_OBJECT)];
  return errors.flatMap((error) => {
    const field = path + error.property;
    const own = error.constraints ? [violationOf(error, field)] : [];
    return [...own, ...violationsIn(error.children ?? [], `${field}.`)];
  });
}

function violationOf({ constraints, target, value, property }: ValidationError, field: string): Violation {
  if (constraints!.whitelistValidation)
    return { field, code: 'unknown-field', zh: '没有这一项,请删去。', en: 'Nobody asks for this; leave it out.' };
  const spec = target && fieldsOf(target.constructor as Class).get(property);
  if (!spec) return wrongForm(field, AN_OBJECT);
  if (value === undefined) return { field, code: 'missing', zh: '此项必填。', en: 'This is needed.' };
  return wrongForm(field, formOf(spec));
}

/** What the server itself could not take apart: the status says whether it was JSON at all. */
export function unreadableBody(status: number, isEmpty = false): Violation {
  if (status === 415) return unreadable('body', { zh: '内容须以 application/json 提交。', en: 'The content must be sent as application/json.' });
  if (isEmpty) return unreadable('body', { zh: '没有提交内容。', en: 'Nothing was sent.' });
  return unreadable('body', { zh: '内容不是完整的 JSON。', en: 'The content is not well-formed JSON.' });
}
