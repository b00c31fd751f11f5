import kafkajs, { type AclEntry, type Admin, type AclOperationTypes, type AclResourceTypes } from 'kafkajs';
import { kafkaAs, type KafkaAccess } from './kafka-access.js';
import { topicOf } from '#contracts';
import { HEARS } from './services.js';
import { until } from './waiting.js';

// Not by name: Node finds not all names of a module of the older kind.
const {
  AclOperationTypes: Operation, AclPermissionTypes: Permission, AclResourceTypes: Resource, ResourcePatternTypes: Pattern,
} = kafkajs;
const LITERALLY = { resourcePatternType: Pattern.LITERAL, host: '*', permissionType: Permission.ALLOW } as const;

/** What one service may do: say its own facts, hear those to which it listens, in groups of its own name. Nothing else. */
function rightsOf(service: string): AclEntry[] {
  const principal = `User:${service}`;
  const of = (resourceType: AclResourceTypes, resourceName: string, operation: AclOperationTypes): AclEntry =>
    ({ ...LITERALLY, principal, resourceType, resourceName, operation });
  return [
    of(Resource.TOPIC, topicOf(service), Operation.WRITE),
    ...(HEARS[service] ?? []).map((source) => of(Resource.TOPIC, topicOf(source), Operation.READ)),
    of(Resource.GROUP, service, Operation.READ),
    { ...of(Resource.GROUP, `${service}-`, Operation.READ), resourcePatternType: Pattern.PREFIXED },
  ];
}

/** Gives each service its rights, and takes from it whatever it has beyond them. Whoever is not named has none. */
export async function provideKafkaRights(access: KafkaAccess, services: readonly string[]): Promise<void> {
  const admin = kafkaAs(access, { clientId: 'guitu-provision' }).admin();
  await admin.connect();
  try {
    const wanted = new Map(services.flatMap(rightsOf).map((entry) => [keyOf(entry), entry]));
    const [missing, surplus] = await differences(admin, wanted, services);
    if (missing.length > 0) await admin.createAcls({ acl: missing });
    if (surplus.length > 0) await admin.deleteAcls({ filters: surplus });
    // The controller has them at once, the broker a moment later.
    const isDone = async (): Promise<boolean> => (await differences(admin, wanted, services)).every(({ length }) => length === 0);
    await until(isDone, { deadlineMs: 30_000, what: 'Kafka rights' });
  } finally {
    await admin.disconnect();
  }
}

type Differences = [missing: AclEntry[], surplus: AclEntry[]];

async function differences(
  admin: Admin, wanted: ReadonlyMap<string, AclEntry>, services: readonly string[],
): Promise<Differences> {
  const present = new Map((await rightsThatAre(admin, services)).map((entry) => [keyOf(entry), entry]));
  return [
    [...wanted].filter(([key]) => !present.has(key)).map(([, entry]) => entry),
    [...present].filter(([key]) => !wanted.has(key)).map(([, entry]) => entry),
  ];
}

async function rightsThatAre(admin: Admin, services: readonly string[]): Promise<AclEntry[]> {
  const { resources } = await admin.describeAcls({
    resourceType: Resource.ANY, resourcePatternType: Pattern.ANY, operation: Operation.ANY, permissionType: Permission.ANY,
  });
  return resources.flatMap(({ acls, ...resource }) => acls.map((acl) => ({ ...resource, ...acl })))
    .filter(({ principal }) => services.some((service) => principal === `User:${service}`));
}

const keyOf = (entry: AclEntry): string => [
  entry.principal, entry.resourceType, entry.resourceName, entry.resourcePatternType, entry.operation, entry.permissionType,
  entry.host,
].join(' ');
