/** A filter expression under a name, by which applications ask for it. */
export interface SavedFilter {
  readonly name: string;
  readonly expression: string;
  readonly version: number;
  readonly updatedAt: Date;
}

/** As Amazon Personalize names its resources. */
export const FILTER_NAME = /^[a-zA-Z0-9][a-zA-Z0-9_-]{0,62}$/;
