import { describe, expect, it } from '@jest/globals';
import { Controller, Post, Put } from '@nestjs/common';
import { permissionsFor } from './actions.js';
import { Commands } from './routes.js';

@Controller('errands')
class Errands {
  @Put(':id/stage-requests/:requestId/withdrawal')
  @Commands('errand.request', { says: '撤回请求 / Withdraws a request' })
  withdraw(): void {}
}

@Controller('files')
class Files {
  @Post()
  @Commands('errand.attach', { says: '登记附件 / Announces a file' })
  announce(): void {}

  @Put(':id/withdrawal')
  @Commands('errand.attach', { says: '撤回附件 / Withdraws a file' })
  withdraw(): void {}
}

@Controller('errands/:id')
class MoreOfErrands {
  @Put('withdrawal')
  @Commands('errand.work', { says: '撤回 / Withdraws' })
  withdraw(): void {}
}

const nothing = (): void => {};
const errands = { path: 'errands', checks: { withdraw: nothing, announce: nothing } };

describe('The permission of an action (decision 11)', () => {
  it('is that of the command on this record, whichever controllers stand beside it', () => {
    const expected = { withdraw: 'errand.request', announce: 'errand.attach' };
    expect(Object.fromEntries(permissionsFor(errands, [Errands, Files]))).toEqual(expected);
    expect(Object.fromEntries(permissionsFor(errands, [Files, Errands]))).toEqual(expected);
  });

  it('is asked for once for each name: two commands of one name, or one without its check, stop everything', () => {
    expect(() => permissionsFor(errands, [Errands, Files, MoreOfErrands])).toThrow('withdraw');
    expect(() => permissionsFor({ path: 'errands', checks: { announce: nothing } }, [Errands, Files])).toThrow('withdraw');
    expect(() => permissionsFor(errands, [Errands])).toThrow('announce');
  });
});
