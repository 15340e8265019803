package dev.dateline.stream;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A size in bytes, both ends allowed. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ByteRange.Validator.class)
@interface ByteRange {
    long min();

    long max();

    String message() default "must be between {min} and {max} bytes";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Compares. */
    final class Validator implements ConstraintValidator<ByteRange, MemorySize> {
        private long min;
        private long max;

        @Override
        public void initialize(ByteRange range) {
            min = range.min();
            max = range.max();
        }

        @Override
        public boolean isValid(MemorySize size, ConstraintValidatorContext context) {
            return size.asLongValue() >= min && size.asLongValue() <= max;
        }
    }
}
