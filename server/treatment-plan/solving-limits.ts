export interface SolvingLimits {
  readonly seconds: number;
  readonly memoryMegabytes: number;
  readonly signal?: AbortSignal;
  /** False: a plan that cannot hold is only said to be one. */
  readonly explains?: boolean;
}
