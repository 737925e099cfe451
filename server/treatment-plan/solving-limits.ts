export interface SolvingLimits {
  readonly seconds: number;
  readonly memoryMegabytes: number;
  readonly signal?: AbortSignal;
}
