import { join } from 'node:path';
import { plainToInstance, Transform } from 'class-transformer';
import { IsInt, IsOptional, IsString, IsUrl, Matches, Max, Min, MinLength, validateSync } from 'class-validator';

const list = ({ value }: { value: unknown }): unknown =>
  (typeof value === 'string' ? value.split(',').map((item) => item.trim()).filter((item) => item !== '') : value);
const number = ({ value }: { value: unknown }): number => Number(value);

/** What the gateway must be told besides the settings that every service has. */
export class GatewaySettings {
  /** Where browsers find this door; with https the cookies are bound to this host and to TLS. */
  @IsUrl({ require_tld: false, protocols: ['http', 'https'], require_protocol: true })
  GATEWAY_PUBLIC_URL!: string;
  /** Behind this door: `identity=http://127.0.0.1:7001,intake=…`. Nothing else can be reached through it. */
  @Transform(list) @Matches(/^[a-z]+(-[a-z]+)*=https?:\/\/[^/?#@]+$/, { each: true })
  GATEWAY_SERVICES!: string[];

  /** The client that the provider knows us as, and its secret where it has given one. */
  @IsString() @MinLength(1) OIDC_CLIENT_ID = 'guitu-web';
  @IsOptional() @IsString() OIDC_CLIENT_SECRET?: string;
  @Matches(/^openid( [\w:./-]+)*$/) OIDC_SCOPES = 'openid';
  /** `login` asks for the password at every sign-in, so that whoever signs out leaves nothing open; `sso` does not. */
  @Matches(/^(login|sso)$/) OIDC_SIGN_IN = 'login';

  /** A shift: afterwards everybody signs in anew. */
  @Transform(number) @IsInt() @Min(60) @Max(86_400) GATEWAY_SESSION_SECONDS = 28_800;
  /** After so long without a deed of the person the session is locked until she signs in again. */
  @Transform(number) @IsInt() @Min(1) @Max(28_800) GATEWAY_IDLE_SECONDS = 900;

  /** Whose `X-Forwarded-For` is believed when requests are counted by address. */
  @Transform(list) @IsString({ each: true }) GATEWAY_TRUSTED_PROXIES: string[] = [];
  @Transform(number) @IsInt() @Min(1) @Max(1_000_000) GATEWAY_REQUESTS_PER_MINUTE = 1_200;
  @Transform(number) @IsInt() @Min(1) @Max(1_000_000) GATEWAY_SIGN_INS_PER_MINUTE = 60;
  /** What one request may bring, for all services; each has a smaller limit of its own. */
  @Transform(number) @IsInt() @Min(1024) @Max(1_073_741_824) GATEWAY_BODY_BYTES = 33_554_432;
  /** Where the built pages are. */
  @IsString() GATEWAY_WEB_FOLDER = join(import.meta.dirname, '../../../../web/dist');

  get origin(): string {
    return new URL(this.GATEWAY_PUBLIC_URL).origin;
  }

  get isSecure(): boolean {
    return this.origin.startsWith('https:');
  }

  get services(): ReadonlyMap<string, string> {
    return new Map(this.GATEWAY_SERVICES.map((entry) => entry.split('=', 2) as [string, string]));
  }
}

/** @throws Error that names every setting that is wrong, and never shows a value. */
export function readGatewaySettings(environment: NodeJS.ProcessEnv): GatewaySettings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const settings = plainToInstance(GatewaySettings, given, { exposeDefaultValues: true });
  const errors = validateSync(settings, { forbidUnknownValues: true });
  if (errors.length > 0) {
    const lines = errors.map((error) => `  ${error.property}: ${Object.values(error.constraints ?? {}).join('; ')}`);
    throw new Error(`启动参数不正确 / The configuration is wrong:\n${lines.join('\n')}`);
  }
  return settings;
}
