import { plainToInstance, Transform } from 'class-transformer';
import { IsBase64, IsIn, IsInt, IsOptional, IsString, IsUrl, Max, Min, MinLength, validateSync } from 'class-validator';
import { AUDIENCE } from './tokens.js';

export const KAFKA_MECHANISMS = ['plain', 'scram-sha-256', 'scram-sha-512'] as const;

export const MODES = ['live', 'rehearsal'] as const;

/** What a service must be told before it starts. Read once, from the environment, and checked as a whole. */
export class ServiceConfig {
  @Transform(({ value }) => Number(value)) @IsInt() @Min(0) @Max(65535) PORT!: number;
  /** Of the runtime role, which may add to the journal and not change it. */
  @IsString() @MinLength(12) DATABASE_URL!: string;
  /** Of the owner role; where it is given, the service brings its tables up to date when it starts. */
  @IsOptional() @IsString() DATABASE_OWNER_URL?: string;
  @IsString() @MinLength(3) KAFKA_BROKERS!: string;
  /** The service's user at the broker; its own name, where nothing else is said. */
  @IsOptional() @IsString() @MinLength(1) KAFKA_USER?: string;
  @IsString() @MinLength(8) KAFKA_PASSWORD!: string;
  @IsOptional() @IsIn(KAFKA_MECHANISMS) KAFKA_MECHANISM: (typeof KAFKA_MECHANISMS)[number] = 'plain';
  /** `on` wherever the way to the broker leaves the machine. */
  @IsOptional() @IsIn(['on', 'off']) KAFKA_TLS: 'on' | 'off' = 'off';
  /** A file of certificates (PEM), where the broker's is not signed by an authority that Node knows. */
  @IsOptional() @IsString() KAFKA_TLS_CA?: string;
  @IsUrl({ require_tld: false }) OIDC_ISSUER!: string;
  /** Where a token says who the person is (the id in the directory), and for whom the token is. */
  @IsOptional() @IsString() OIDC_PERSON_CLAIM = 'sub';
  @IsOptional() @IsString() OIDC_AUDIENCE = AUDIENCE;
  @IsIn(MODES) GUITU_MODE!: (typeof MODES)[number];
  /** Wraps the key of each case; 32 bytes. */
  @IsBase64() @MinLength(44) GUITU_KEK!: string;
  /** The key that `GUITU_KEK` replaces, until everything that it has wrapped is wrapped anew. */
  @Transform(({ value }) => (value === '' ? undefined : value as unknown)) @IsOptional() @IsBase64() @MinLength(44)
  GUITU_KEK_BEFORE?: string;
  /** Makes keyed digests of national ids, the same in all services of one installation; 32 bytes. */
  @IsBase64() @MinLength(44) GUITU_DIGEST_KEY!: string;
  /** Where the directory answers, for services that put names on paper; without it the paper has numbers. */
  @IsOptional() @IsUrl({ require_tld: false, require_protocol: true }) GUITU_DIRECTORY?: string;
  /** A folder for the sealed bytes of files, of this service alone; needed by services that keep files. */
  @IsOptional() @IsString() @MinLength(1) GUITU_FILES?: string;
  @IsOptional() @IsIn(['fatal', 'error', 'warn', 'info', 'debug']) LOG_LEVEL = 'info';
  @IsOptional() @IsString() OTEL_EXPORTER_OTLP_ENDPOINT?: string;
  @IsOptional() @Transform(({ value }) => Number(value)) @IsInt() @Min(1) @Max(100) DATABASE_POOL = 12;
  @IsOptional() @IsString() HOST = '127.0.0.1';

  /** The present key-encryption key first. */
  get keks(): string[] {
    return [this.GUITU_KEK, ...(this.GUITU_KEK_BEFORE === undefined ? [] : [this.GUITU_KEK_BEFORE])];
  }

  get brokers(): string[] {
    return this.KAFKA_BROKERS.split(',').map((broker) => broker.trim());
  }

  get isRehearsal(): boolean {
    return this.GUITU_MODE === 'rehearsal';
  }
}

/** @throws Error that names every setting that is missing or wrong, and never shows a value. */
export function readConfig(environment: NodeJS.ProcessEnv): ServiceConfig {
  const config = plainToInstance(ServiceConfig, environment, { exposeDefaultValues: true });
  const errors = validateSync(config, { forbidUnknownValues: true });
  if (errors.length > 0) {
    const lines = errors.map((error) => `  ${error.property}: ${Object.values(error.constraints ?? {}).join('; ')}`);
    throw new Error(`启动参数不完整或不正确 / The configuration is incomplete or wrong:\n${lines.join('\n')}`);
  }
  return config;
}
