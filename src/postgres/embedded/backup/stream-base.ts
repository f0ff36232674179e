import { Readable } from 'node:stream';
import { Client } from 'pg';

/** Messages of a base backup begin with a letter each (PostgreSQL 15 and newer, docs/protocol-replication, BASE_BACKUP). */
const [ARCHIVE, DATA] = ['n', 'd'].map((letter) => letter.charCodeAt(0));

/**
 * The data directory of a running PostgreSQL as the server itself copies it, by the replication protocol: a tar archive with `backup_label` and all WAL that
 * it takes to be whole as of the end of the copy, however much is changed meanwhile. A page whose checksum is wrong fails it, and so
 * does whatever else goes wrong: the stream is destroyed with the error. Flows as fast as it is read.
 */
export function streamBaseBackup(connectionString: string): Readable {
  const client = new Client({ connectionString, replication: 'true', application_name: 'adjourn backup' } as ConstructorParameters<
    typeof Client
  >[0]);
  let socket: { pause(): void; resume(): void } | undefined;
  const archive = new Readable({
    read: () => socket?.resume(),
    destroy(error, done) {
      void client.end().catch(() => {});
      done(error);
    },
  });
  const fail = (error: Error) => archive.destroy(error);
  // The pool's kind of query knows rows alone; of one like this the driver asks no more than these (as pg-copy-streams does).
  const backup = {
    submit(connection: { stream: NonNullable<typeof socket>; query(text: string): void }) {
      socket = connection.stream;
      // The checkpoint at once rather than spread over minutes: somebody waits. WAL with it, or it could not be restored alone.
      connection.query(`BASE_BACKUP (LABEL 'adjourn', CHECKPOINT 'fast', WAL, MANIFEST 'no')`);
      return null;
    },
    handleCopyData({ chunk }: { chunk: Buffer }) {
      if (chunk[0] === ARCHIVE && !isMainArchive(chunk))
        fail(new Error('the database has tablespaces of its own, which a backup does not take'));
      // Copied: the driver writes the next message over it.
      if (chunk[0] === DATA && !archive.push(Buffer.from(chunk.subarray(1)))) socket?.pause();
    },
    handleRowDescription() {},
    handleDataRow() {},
    handleCommandComplete() {},
    handleReadyForQuery: () => void archive.push(null),
    handleError: fail,
  };
  client.on('error', fail);
  client.connect().then(() => void client.query(backup as never), fail);
  return archive;
}

/** The name of the archive, and where its tablespace is: nowhere, of the data directory itself. */
function isMainArchive(chunk: Buffer): boolean {
  return chunk.subarray(1).toString('latin1') === 'base.tar\0\0';
}
