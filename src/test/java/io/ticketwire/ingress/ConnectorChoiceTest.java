package io.ticketwire.ingress;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

import io.ticketwire.connector.Connector;
import io.ticketwire.connector.Connectors;
import io.ticketwire.connector.FewConnectors;
import io.ticketwire.ingress.Outcome.Refusal;
import io.ticketwire.testing.ConnectorExample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

/** Which connector a request is for. */
class ConnectorChoiceTest {

    private static final String SECOND = "22222222-2222-4222-8222-222222222222";
    private static final Set<String> TICKETS = Set.of("webhook", "zendesk");
    private static final Connector ACME = ConnectorExample.of("webhook");
    private static final Connector ZENDESK = ConnectorExample.other(SECOND, "zendesk", true);
    private static final Connector DISABLED = ConnectorExample.other(SECOND, "webhook", false);
    private static final Connector RECEIVE = ConnectorExample.other(SECOND, "receive", true);

    @ParameterizedTest
    @NullAndEmptySource
    void onlyEnabledConnectorOfTheRouteNeedsNoName(String id) {
        Connectors connectors = new FewConnectors(ACME, DISABLED);

        ConnectorChoice choice = ConnectorChoice.of(connectors, TICKETS, id);

        assertEquals(new ConnectorChoice.Chosen(ACME), choice);
    }

    @Test
    void connectorsOfOtherRoutesDoNotCount() {
        Connectors connectors = new FewConnectors(ACME, RECEIVE);

        ConnectorChoice choice = ConnectorChoice.of(connectors, TICKETS, null);

        assertEquals(new ConnectorChoice.Chosen(ACME), choice);
    }

    @Test
    void oneOfSeveralHasToBeNamed() {
        Connectors connectors = new FewConnectors(ACME, ZENDESK);

        ConnectorChoice choice = ConnectorChoice.of(connectors, TICKETS, null);

        assertEquals(Refusal.UNKNOWN_CONNECTOR, refusal(choice));
    }

    @Test
    void oneOfSeveralIsChosenByItsName() {
        Connectors connectors = new FewConnectors(ACME, ZENDESK);

        ConnectorChoice choice = ConnectorChoice.of(connectors, TICKETS, SECOND);

        assertEquals(new ConnectorChoice.Chosen(ZENDESK), choice);
    }

    @Test
    void routeWithoutConnectorsHasNone() {
        ConnectorChoice choice = ConnectorChoice.of(new FewConnectors(DISABLED), TICKETS, null);

        assertEquals(Refusal.UNKNOWN_CONNECTOR, refusal(choice));
    }

    @Test
    void disabledConnectorThatIsNamedIsRefusedAsDisabled() {
        ConnectorChoice choice = ConnectorChoice.of(new FewConnectors(ACME, DISABLED), TICKETS, SECOND);

        assertEquals(Refusal.DISABLED_CONNECTOR, refusal(choice));
    }

    @Test
    void connectorOfAnotherRouteIsUnknownHere() {
        ConnectorChoice choice = ConnectorChoice.of(new FewConnectors(ACME, RECEIVE), TICKETS, SECOND);

        assertEquals(Refusal.UNKNOWN_CONNECTOR, refusal(choice));
    }

    @ParameterizedTest
    @ValueSource(strings = {SECOND, "12345", "null", " ", "../tickets", "1-1-1-1-1"})
    void nameThatNobodyHasIsNeverReplacedByTheOnlyConnector(String id) {
        ConnectorChoice choice = ConnectorChoice.of(new FewConnectors(ACME), TICKETS, id);

        assertEquals(Refusal.UNKNOWN_CONNECTOR, refusal(choice));
    }

    private static Refusal refusal(ConnectorChoice choice) {
        return assertInstanceOf(ConnectorChoice.None.class, choice).why().refusal();
    }
}
