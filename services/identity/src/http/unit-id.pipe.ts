import type { PipeTransform } from '@nestjs/common';
import { Refusal } from '#contracts';

/** A unit's id in an address. */
export class UnitIdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) || value.length > 48)
      throw new Refusal('input.invalid', { violations: ['the unit id is written as 532503-psb'] });
    return value;
  }
}
