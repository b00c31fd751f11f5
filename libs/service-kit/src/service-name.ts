/** Under which name a service is known: of its topic, its database and its address at the gateway. */
export class ServiceName {
  constructor(readonly name: string) {}
}
