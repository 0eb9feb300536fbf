package dev.waymark.kube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "2, 2",
        "0.5, 0.5",
        ".5, 0.5",
        "2., 2",
        "+2, 2",
        "100n, 0.0000001",
        "100u, 0.0001",
        "200m, 0.2",
        "1.5k, 1500",
        "2M, 2000000",
        "1G, 1000000000",
        "1T, 1000000000000",
        "1P, 1000000000000000",
        "1E, 1000000000000000000",
        "1Ki, 1024",
        "256Mi, 268435456",
        "0.5Gi, 536870912",
        "1Ti, 1099511627776",
        "1Pi, 1125899906842624",
        "1Ei, 1152921504606846976",
        "1e3, 1000",
        "1E3, 1000",
        "25e-1, 2.5",
        "1.5e+2, 150"
    })
    void isAnAmount(String text, BigDecimal value) {
        assertThat(Quantity.value(text)).isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "m", "lots", "-", "Mi"})
    void whatHasNoNumberIsNone(String text) {
        assertThatThrownBy(() -> Quantity.value(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
