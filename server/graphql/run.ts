import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  NoSchemaIntrospectionCustomRule,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { AppError, ErrorCode } from '../../core/errors';
import { formatErrors, formatFailure } from './errors';
import { countDirectives, MOST_TOKENS, measure } from './limits';

/** What a client asks, by HTTP or by WebSocket. */
export interface Operation {
  readonly query: string;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A document that parsed, passed the limits and fits the schema. */
export interface Prepared {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Objects it may make, times the lists around them; see limits.ts. */
  readonly cost: number;
}

export interface Refused {
  readonly errors: readonly GraphQLFormattedError[];
}

/** The one way to run an operation: the same validation, limits and masking for every transport. */
export interface Runner {
  readonly schema: GraphQLSchema;
  prepare(operation: Operation): Prepared | Refused;
  /** Runs a prepared query or mutation and answers it ready to send. */
  run(prepared: Prepared, operation: Operation, context: object): Promise<FormattedExecutionResult>;
  /** Masks a result of graphql-js and adds the cost. */
  answer(result: ExecutionResult, cost: number): FormattedExecutionResult;
}

interface Parsed {
  readonly document: DocumentNode;
  /** Answered before: validation is done once per document. */
  errors: readonly GraphQLFormattedError[] | null;
  /** Costs of operations without numbers among their variables. */
  readonly costs: Map<OperationDefinitionNode, number>;
}

const MOST_DOCUMENTS = 1_000;
const MOST_CHARACTERS = 4_000_000;
const MOST_ERRORS = 10;

export function createRunner(schema: GraphQLSchema, { introspection, log }: { introspection: boolean; log: Logger }): Runner {
  const rules = introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  const hideSuggestions = !introspection;
  const documents = new LRUCache<string, Parsed>({
    max: MOST_DOCUMENTS,
    maxSize: MOST_CHARACTERS,
    sizeCalculation: (_parsed, query) => query.length + 1,
  });

  function parsedOf(query: string): Parsed {
    const before = documents.get(query);
    if (before) return before;
    const parsed: Parsed = { document: parse(query, { maxTokens: MOST_TOKENS }), errors: null, costs: new Map() };
    countDirectives(parsed.document, query);
    documents.set(query, parsed);
    return parsed;
  }

  function costOf(parsed: Parsed, operation: OperationDefinitionNode, variables: Operation['variables']): number {
    const before = parsed.costs.get(operation);
    if (before !== undefined) return before;
    const cost = measure(schema, parsed.document, { operation, variables });
    if (!hasNumbers(operation)) parsed.costs.set(operation, cost);
    return cost;
  }

  function prepare({ query, operationName, variables }: Operation): Prepared | Refused {
    try {
      const parsed = parsedOf(query);
      const operation = operationOf(parsed.document, operationName);
      const cost = costOf(parsed, operation, variables);
      parsed.errors ??= formatErrors(validate(schema, parsed.document, rules, { maxErrors: MOST_ERRORS, hideSuggestions }), log);
      return parsed.errors.length > 0 ? { errors: parsed.errors } : { document: parsed.document, operation, cost };
    } catch (error) {
      return { errors: error instanceof GraphQLError ? formatErrors([asTooLarge(error)], log) : [formatFailure(error, log)] };
    }
  }

  function answer({ data, errors, extensions }: ExecutionResult, cost: number): FormattedExecutionResult {
    return {
      ...(errors && { errors: formatErrors(errors, log) }),
      ...(data !== undefined && { data }),
      extensions: { ...extensions, cost },
    };
  }

  async function run(prepared: Prepared, operation: Operation, context: object): Promise<FormattedExecutionResult> {
    if (prepared.operation.operation === OperationTypeNode.SUBSCRIPTION)
      return {
        errors: [formatFailure(new AppError(ErrorCode.BAD_DOCUMENT, 'A subscription travels over WebSocket, at this same address.'), log)],
      };
    const result = await execute({
      schema,
      document: prepared.document,
      operationName: operation.operationName,
      variableValues: operation.variables,
      contextValue: context,
      options: { maxCoercionErrors: MOST_ERRORS },
      hideSuggestions,
    });
    return answer(result, prepared.cost);
  }

  return { schema, prepare, run, answer };
}

function operationOf(document: DocumentNode, name: string | null): OperationDefinitionNode {
  const operation = getOperationAST(document, name);
  if (operation) return operation;
  const names = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION).length;
  throw new AppError(ErrorCode.BAD_DOCUMENT, `This document has ${names} operations, and operationName does not choose one of them.`, {
    field: 'operationName',
    expected: 'the name of an operation in the document',
  });
}

/** Only a number can be a page size, so any other variable leaves the cost as it is. */
function hasNumbers(operation: OperationDefinitionNode): boolean {
  return (operation.variableDefinitions ?? []).some(({ type }) => {
    const named = type.kind === Kind.NON_NULL_TYPE ? type.type : type;
    return named.kind === Kind.NAMED_TYPE && named.name.value === 'Int';
  });
}

/** graphql-js tells too many tokens as a syntax error. */
function asTooLarge(error: GraphQLError): GraphQLError {
  if (!/more that \d+ tokens/.test(error.message)) return error;
  const failure = new AppError(ErrorCode.TOO_LARGE, `This document has more than ${MOST_TOKENS} tokens.`, {
    field: 'query',
    expected: `at most ${MOST_TOKENS} tokens`,
  });
  return new GraphQLError(failure.message, { originalError: failure });
}
