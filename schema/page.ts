import { ArgsType, type ClassType, Field, Int, ObjectType } from 'type-graphql';

@ObjectType('PageInfo', { description: 'Where a page ends and whether another follows.', simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more rows follow.' })
  readonly hasNextPage: boolean;

  @Field(() => String, { nullable: true, description: 'Give it as `after` for the next page; null on an empty page.' })
  readonly endCursor: string | null | (() => Promise<string | null>);
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many rows, up to 1,000; of a ranked list up to 500.' })
  readonly first: number;

  @Field(() => String, { nullable: true, description: 'The cursor after which the page begins.' })
  readonly after?: string | null;
}

@ArgsType()
export class TablePageArgs extends PageArgs {
  @Field(() => Int, { nullable: true, description: 'Rows to skip instead of a cursor, up to 10,000: for tables with page numbers.' })
  readonly offset?: number | null;
}

/** A cursor connection over a node class, in the shape that Relay and Apollo Client know. */
export interface Connection<Node> {
  readonly edges: readonly { readonly node: Node; readonly cursor: string }[];
  readonly nodes: readonly Node[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number | null | (() => Promise<number>);
}

/** Makes the classes `<name>Edge` and `<name>Connection` for a node class. */
export function connectionOf<Node extends object>(name: string, node: ClassType<Node>): ClassType<Connection<Node>> {
  @ObjectType(`${name}Edge`, { description: `One row of a ${name}Connection.`, simpleResolvers: true })
  class Edge {
    @Field(() => node, { description: 'The row.' })
    readonly node: Node;

    @Field(() => String, { description: 'Marks this row for `after`.' })
    readonly cursor: string;
  }

  @ObjectType(`${name}Connection`, { description: `A page of rows of type ${name}.`, simpleResolvers: true })
  class ConnectionType implements Connection<Node> {
    @Field(() => [Edge], { description: 'The rows with their cursors.' })
    readonly edges: readonly Edge[];

    @Field(() => [node], { description: 'The rows alone.' })
    readonly nodes: readonly Node[];

    @Field(() => PageInfo, { description: 'Where the page ends.' })
    readonly pageInfo: PageInfo;

    @Field(() => Int, { nullable: true, description: 'How many rows there are in all; counted only when asked for.' })
    readonly totalCount: number | null | (() => Promise<number>);
  }
  return ConnectionType as ClassType<Connection<Node>>;
}
