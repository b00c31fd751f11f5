import { freePorts, isPortFree } from './ports.js';
import { PORT_BASE, serverPorts, type ServerPorts, type ServiceEntry } from './services.js';
import { StartError } from './words.js';

export interface ChosenPorts {
  servers: ServerPorts;
  services: ServiceEntry[];
}

/** The ports that follow from the base; with base 0 any free ones. */
export async function choosePorts(services: ServiceEntry[], base: number): Promise<ChosenPorts> {
  if (base === 0) return chooseFreePorts(services);
  const chosen = {
    servers: serverPorts(base),
    services: services.map((service) => ({ ...service, port: service.port - PORT_BASE + base })),
  };
  const all = [...Object.values(chosen.servers), ...chosen.services.map(({ port }) => port)];
  const free = await Promise.all(all.map(isPortFree));
  const taken = all.filter((_, index) => !free[index]);
  if (taken.length === 0) return chosen;
  throw new StartError(
    `端口已被占用：${taken.join('、')}。请停止占用者，或用环境变量 GUITU_PORT_BASE 换一组端口。`,
    `Ports in use: ${taken.join(', ')}. Stop what uses them, or choose others with the environment variable GUITU_PORT_BASE.`,
  );
}

async function chooseFreePorts(services: ServiceEntry[]): Promise<ChosenPorts> {
  const ports = await freePorts(services.length + 3);
  const [postgres, kafka, controller, ...others] = ports as [number, number, number, ...number[]];
  return {
    servers: { postgres, kafka, controller },
    services: services.map((service, index) => ({ ...service, port: others[index] as number })),
  };
}
