import { plainToInstance, Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUrl, Max, Min, MinLength, ValidateIf, validateSync } from 'class-validator';

const list = ({ value }: { value: unknown }): unknown =>
  (typeof value === 'string' ? value.split(',').map((item) => item.trim()).filter((item) => item !== '') : value);

/** What identity must be told besides the settings that every service has. */
export class IdentitySettings {
  /** For how long a token opens doors. A lost post is lost at once all the same: posts are looked up with every request. */
  @Transform(({ value }) => Number(value)) @IsInt() @Min(1) @Max(3600) OIDC_ACCESS_TOKEN_SECONDS = 900;
  /** A working day: afterwards everybody signs in anew. */
  @Transform(({ value }) => Number(value)) @IsInt() @Min(60) @Max(86_400) OIDC_SESSION_SECONDS = 43_200;
  /** Where the web client may be sent back to, separated by commas. */
  @Transform(list) @IsUrl({ require_tld: false }, { each: true })
  OIDC_WEB_REDIRECTS: string[] = ['http://127.0.0.1:7000/session/callback'];
  @Transform(list) @IsUrl({ require_tld: false }, { each: true })
  OIDC_WEB_SIGNED_OUT: string[] = ['http://127.0.0.1:7000/'];
  /** Whose `X-Forwarded-For` is believed when failed attempts to sign in are counted. */
  @Transform(list) @IsString({ each: true }) OIDC_TRUSTED_PROXIES: string[] = [];
  /** `demo`: invented people in every unit, for exercises. `units`: the units and a first administrator, for real work. */
  @IsOptional() @IsIn(['demo', 'units', '']) GUITU_SEED?: string;
  @IsString() @MinLength(8) GUITU_DEMO_PASSWORD = 'guitu-demo';
  /** Of the first administrator, until it is changed. */
  @ValidateIf((settings: IdentitySettings) => settings.GUITU_SEED === 'units') @IsString() @MinLength(12)
  GUITU_ADMIN_PASSWORD?: string;
}

/** @throws Error that names every setting that is wrong, and never shows a value. */
export function readIdentitySettings(environment: NodeJS.ProcessEnv): IdentitySettings {
  const settings = plainToInstance(IdentitySettings, environment, { exposeDefaultValues: true });
  // Everybody in the demonstration shares a password that the sign-in page shows: never among real cases.
  if (settings.GUITU_SEED === 'demo' && environment['GUITU_MODE'] !== 'rehearsal')
    throw new Error('启动参数不正确 / The configuration is wrong:\n  GUITU_SEED: demo is for rehearsal only');
  const errors = validateSync(settings, { forbidUnknownValues: true });
  if (errors.length > 0) {
    const lines = errors.map((error) => `  ${error.property}: ${Object.values(error.constraints ?? {}).join('; ')}`);
    throw new Error(`启动参数不正确 / The configuration is wrong:\n${lines.join('\n')}`);
  }
  return settings;
}
