/** Work that is due again and again. It acts on what the database says is due, so running it twice does no harm. */
export abstract class ScheduledTask {
  /** Kebab-case, unique, e.g. `collect-print-reports`. */
  abstract readonly name: string;
  /** Milliseconds between two runs. */
  abstract readonly every: number;
  abstract run(): Promise<void>;
}
