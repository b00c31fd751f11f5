/** One field of a form, as the service declares it. */
export interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Something that a person can do: where it is sent, what it is called, and what it asks for. */
export interface Command {
  readonly service: string;
  readonly method: string;
  readonly path: string;
  readonly zh: string;
  readonly en: string;
  readonly body: Schema | null;
}
