import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { invalid, wrongForm } from '#contracts';

/** A unit's id in an address. */
export class UnitIdPipe implements PipeTransform<string, string> {
  transform(value: string, { data = 'id' }: ArgumentMetadata): string {
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) || value.length > 48)
      throw invalid(wrongForm(data, { zh: '单位编号格式须如 532503-psb。', en: 'The id of a unit is written as 532503-psb.' }));
    return value;
  }
}
