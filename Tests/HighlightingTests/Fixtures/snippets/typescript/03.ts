export abstract class Retry<T> {
  private attempts = 0;
  protected constructor(private readonly limit: number = 3) {}
  abstract run(): Promise<T>;

  async start(): Promise<T> {
    while (true) {
      try {
        return await this.run();
      } catch (error) {
        if (++this.attempts >= this.limit) throw error;
      }
    }
  }
}
