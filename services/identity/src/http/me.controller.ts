import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Refusal, type Actor } from '#contracts';
import { poolOf, Transactions, type HeldPost, type Receipt, type Unit } from '#messaging';
import { ByActor, ByAsking, Commands, Directory, Reads, SystemClock, type Asking } from '#service-kit';
import { RegisterSigningKey, registerSigningKey } from '../commands/register-signing-key.js';
import { findPeople, usernameOf } from '../people/people.js';
import { MeAnswer } from './answers.js';

export interface Me {
  readonly personId: string;
  readonly username: string;
  readonly nameZh: string;
  readonly nameLatin: string;
  /** The posts that are held now, each with its unit: `X-Unit` chooses among them. */
  readonly posts: (Pick<HeldPost, 'post' | 'from' | 'to'> & { unit: Unit & { nameZh: string; nameEn: string } })[];
  readonly signingKeys: { keyId: string; unitId: string; x: string; y: string; validFrom: string }[];
}

@ApiTags('me 本人')
@Controller('me')
export class MeController {
  constructor(
    private readonly transactions: Transactions,
    private readonly source: DataSource,
    private readonly directory: Directory,
    private readonly clock: SystemClock,
  ) {}

  @Get()
  @Reads('identity.read', { says: '本人的姓名、岗位与签名公钥 / Who I am: name, posts and signing keys', answers: MeAnswer })
  async me(@ByActor() { personId }: Actor): Promise<Me> {
    const pool = poolOf(this.source);
    const [[person], username, keys] = await Promise.all([
      findPeople(pool, [personId]), usernameOf(pool, personId), this.keysOf(personId),
    ]);
    if (!person || username === null) throw new Refusal('record.not-found', { id: personId });
    const { nameZh, nameLatin } = person;
    return { personId, username, nameZh, nameLatin, posts: await this.postsOf(personId), signingKeys: keys };
  }

  @Post('signing-keys')
  @Commands('identity.sign', {
    says: '登记本人的签名公钥(P-256)/ Registers my public key for signatures (X-4)', input: RegisterSigningKey,
    refuses: ['identity.key-invalid', 'identity.key-taken'],
  })
  registerKey(@Body() input: RegisterSigningKey, @ByAsking() asking: Asking): Promise<Receipt> {
    return this.transactions.run(asking, (tx) => registerSigningKey(tx, input));
  }

  private async postsOf(personId: string): Promise<Me['posts']> {
    const held = await this.directory.postsOf(personId, this.clock.now());
    const names = await this.namesOf(held.map(({ unitId }) => unitId));
    return Promise.all(held.map(async ({ unitId, post, from, to }) => ({
      post, from, to, unit: { ...(await this.directory.unit(unitId))!, ...names.get(unitId)! },
    })));
  }

  private async namesOf(unitIds: readonly string[]): Promise<Map<string, { nameZh: string; nameEn: string }>> {
    const { rows } = await poolOf(this.source).query<{ case_id: string; name_zh: string; name_en: string }>(
      'SELECT case_id, name_zh, name_en FROM unit_record WHERE case_id = ANY($1::text[])', [unitIds]);
    return new Map(rows.map((row) => [row.case_id, { nameZh: row.name_zh, nameEn: row.name_en }]));
  }

  private async keysOf(personId: string): Promise<Me['signingKeys']> {
    const { rows } = await poolOf(this.source).query<{ key_id: string; unit_id: string; x: string; y: string; valid_from: Date }>(
      'SELECT key_id, unit_id, x, y, valid_from FROM directory_key WHERE person_id = $1 ORDER BY valid_from LIMIT 100', [personId]);
    return rows.map(({ key_id: keyId, unit_id: unitId, x, y, valid_from: validFrom }) =>
      ({ keyId, unitId, x, y, validFrom: validFrom.toISOString() }));
  }
}
