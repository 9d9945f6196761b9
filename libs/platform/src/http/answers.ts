import { applyDecorators, HttpCode, SerializeOptions } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';

/**
 * What a handler answers, said once: the status, the OpenAPI response and the schema that the
 * answer is cut down to before it leaves (an undeclared field never gets out).
 */
export const Answers = (schema: z.ZodType, status = 200) =>
  applyDecorators(
    HttpCode(status),
    SerializeOptions({ schema }),
    ApiResponse({ status, standardSchema: schema as never }),
  );
