import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { afterAll, describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { buildProgram } from '../src/cli/program.ts';
import { describeEnvironment, readConfig } from '../src/config.ts';
import { selfSignedCertificate } from './harness/certificate.ts';

/* What stands in deploy/ is read by whatever reads it in the end, where that is on this machine, and names nothing of ours that is not there. */

const ROOT = join(import.meta.dirname, '..');
const read = (name: string) => readFileSync(join(ROOT, 'deploy', name), 'utf8');
const directory = mkdtempSync(join(tmpdir(), 'adjourn-deploy-'));
afterAll(() => rmSync(directory, { recursive: true }));

const variables = describeEnvironment().map(({ name }) => name);
const commands = buildProgram('0', () => {
  throw new Error('no command is run here');
}).commands.map((command) => command.name());

/** Variables that are not ours to read. */
const THEIRS = ['NODE_ENV', 'POSTGRES_USER', 'POSTGRES_DB', 'POSTGRES_PASSWORD', 'POSTGRES_INITDB_ARGS'];
const strays = (names: string[]) => names.filter((name) => ![...variables, ...THEIRS].includes(name));

const text = { type: 'string' };
const object = (properties: Record<string, object>, required: string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const map = { type: 'object', additionalProperties: { type: ['string'] } };
const list = (items: object) => ({ type: 'array', items });

describe('compose.yaml', () => {
  type Service = {
    image?: string;
    command?: string[];
    environment?: Record<string, string>;
    depends_on?: Record<string, object>;
    ports?: string[];
  };
  const file = parse(read('compose.yaml'), { merge: true }) as { services: Record<string, Service>; volumes: object };

  test('is a compose file: names that compose knows, of the types that it takes', () => {
    const service = object(
      {
        image: text,
        build: object({ context: text, dockerfile: text }),
        restart: { enum: ['unless-stopped'] },
        stop_grace_period: { type: 'string', pattern: '^\\d+s$' },
        environment: map,
        command: list(text),
        ports: list({ type: 'string', pattern: '^127\\.0\\.0\\.1:\\d+:\\d+$' }),
        depends_on: { type: 'object', additionalProperties: object({ condition: { enum: ['service_started', 'service_healthy'] } }) },
        deploy: object({ replicas: { type: 'integer' } }),
        volumes: list(text),
        healthcheck: object({ test: list(text), interval: text }),
      },
      ['image'],
    );
    const schema = object({ name: text, 'x-adjourn': {}, services: { type: 'object', additionalProperties: service }, volumes: {} }, [
      'services',
    ]);
    const validate = new Ajv({ allowUnionTypes: true }).compile(schema);
    validate(file);
    expect(validate.errors).toBeNull();
    const named = Object.values(file.services).flatMap(({ depends_on = {} }) => Object.keys(depends_on));
    expect(named.filter((name) => !(name in file.services))).toEqual([]);
  });

  test('runs commands that there are with an environment that this version takes', () => {
    for (const name of ['server', 'worker']) {
      const { environment = {}, command: [command = 'serve'] = [] } = file.services[name] ?? {};
      expect(strays(Object.keys(environment))).toEqual([]);
      expect(commands).toContain(command);
      const filled = Object.fromEntries(
        Object.entries(environment).map(([key, value]) => [
          key,
          value.replace(/\$\{\w+:([-?])([^}]*)\}/g, (_, kind: string, word: string) => (kind === '-' ? word : 'k'.repeat(32))),
        ]),
      );
      expect(readConfig(filled)).toMatchObject({ config: { DATABASE_URL: expect.stringContaining('@postgres:5432/') } });
    }
  });
});

describe('kubernetes.yaml', () => {
  type Probe = { httpGet: { path: string; port: string } };
  type Container = {
    args: string[];
    env: { name: string }[];
    ports: { name: string; containerPort: number }[];
    livenessProbe: Probe;
    readinessProbe: Probe;
    startupProbe: Probe;
  };
  type Resource = {
    apiVersion: string;
    kind: string;
    metadata: { name: string; namespace?: string };
    data?: Record<string, string>;
    stringData?: Record<string, string>;
    spec?: {
      selector?: { matchLabels?: object };
      template?: { metadata: { labels: object }; spec: { containers: Container[]; volumes: { name: string }[] } };
    };
  };
  const documents = parseAllDocuments(read('kubernetes.yaml'));
  const resources = documents.map((document) => document.toJS() as Resource);

  test('is what the API of Kubernetes has, each once, in one namespace', () => {
    expect(documents.flatMap(({ errors, warnings }) => [...errors, ...warnings])).toEqual([]);
    const VERSIONS: Record<string, string> = {
      Namespace: 'v1',
      Secret: 'v1',
      ConfigMap: 'v1',
      Service: 'v1',
      Deployment: 'apps/v1',
      PodDisruptionBudget: 'policy/v1',
      Ingress: 'networking.k8s.io/v1',
    };
    for (const { apiVersion, kind, metadata } of resources) {
      expect(apiVersion).toBe(VERSIONS[kind]);
      expect(kind === 'Namespace' ? metadata.name : metadata.namespace).toBe('adjourn');
    }
    const names = resources.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
    expect(names).toEqual([...new Set(names)]);
  });

  test('runs commands that there are, asks for their health where they answer, with an environment that this version takes', () => {
    const deployments = resources.filter(({ kind }) => kind === 'Deployment');
    const shared = resources.flatMap(({ data, stringData }) => Object.entries({ ...data, ...stringData }));
    expect(strays(shared.map(([name]) => name))).toEqual([]);
    expect(readConfig(Object.fromEntries(shared))).toMatchObject({ config: { PUBLIC_URL: 'https://events.example.org', DEMO: 'off' } });
    for (const { spec } of deployments) {
      expect(spec?.template?.metadata.labels).toEqual(spec?.selector?.matchLabels);
      const [container] = spec?.template?.spec.containers ?? [];
      expect(commands).toContain(container?.args[0]);
      expect(strays(container?.env.map(({ name }) => name) ?? [])).toEqual([]);
      const ports = container?.ports.map(({ name }) => name);
      for (const probe of [container?.startupProbe, container?.livenessProbe, container?.readinessProbe]) {
        expect(ports).toContain(probe?.httpGet.port);
        expect(['/healthz', '/readyz']).toContain(probe?.httpGet.path);
      }
    }
    expect(deployments).toHaveLength(2);
  });
});

test('the Dockerfile copies what there is and runs what there is; its own environment is one that this version takes', () => {
  const lines = read('Dockerfile').split('\n');
  const copied = lines.flatMap((line) => (/^COPY (?!--from)(.+) \S+$/.exec(line)?.[1] ?? '').split(' ').filter(Boolean));
  expect(copied.filter((name) => !existsSync(join(ROOT, name)))).toEqual([]);
  const given = lines
    .filter((line) => line.startsWith('ENV '))
    .flatMap((line) => line.slice(4).split(' '))
    .map((pair) => pair.split('=') as [string, string]);
  expect(strays(given.map(([name]) => name))).toEqual([]);
  expect(readConfig(Object.fromEntries(given))).toMatchObject({ config: { HOST: '0.0.0.0', PORT: 3000 } });
  const entry = JSON.parse(/^ENTRYPOINT (.*)$/m.exec(read('Dockerfile'))?.[1] ?? '[]') as string[];
  expect(entry.filter((word) => word.startsWith('/app/')).map((word) => existsSync(join(ROOT, word.slice('/app/'.length))))).toEqual([
    true,
    true,
  ]);
  expect(commands).toContain((JSON.parse(/^CMD (.*)$/m.exec(read('Dockerfile'))?.[1] ?? '[]') as string[])[0]);
});

// Elsewhere systemd is not what starts a server.
test.runIf(existsSync('/usr/bin/systemd-analyze')).each(['adjourn.service', 'adjourn-work.service'])('%s is what systemd takes', (name) => {
  const unit = read(name);
  const file = join(directory, name);
  // Adjourn is not installed in /opt on this machine.
  writeFileSync(file, unit.replace('/opt/adjourn/node_modules/.bin/node', process.execPath));
  const { status, stderr } = spawnSync('systemd-analyze', ['verify', file], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  expect(
    strays(
      [...unit.matchAll(/^Environment=(.*)$/gm)].flatMap(([, pairs = '']) => pairs.split(' ').map((pair) => pair.split('=')[0] ?? '')),
    ),
  ).toEqual([]);
  expect(commands).toContain(/main\.ts (\w+)$/m.exec(unit)?.[1]);
});

const NGINX = '/usr/sbin/nginx';

// Elsewhere no nginx is installed to read it.
test.runIf(existsSync(NGINX))('nginx.conf is what nginx takes', () => {
  const { key, cert } = selfSignedCertificate();
  writeFileSync(join(directory, 'fullchain.pem'), cert);
  writeFileSync(join(directory, 'privkey.pem'), key);
  writeFileSync(join(directory, 'adjourn.conf'), read('nginx.conf').replaceAll('/etc/letsencrypt/live/events.example.org', directory));
  writeFileSync(join(directory, 'nginx.conf'), `pid ${directory}/pid;\nevents {}\nhttp { include ${directory}/adjourn.conf; }\n`);
  const { stderr } = spawnSync(NGINX, ['-t', '-c', join(directory, 'nginx.conf'), '-e', 'stderr'], { encoding: 'utf8' });
  expect(stderr).toContain('syntax is ok');
});
