package io.ticketwire.platform;

import jakarta.ws.rs.core.Application;

import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the OpenAPI document at {@code /q/openapi} says of the API as a whole. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Ticketwire",
                        version = "1",
                        description =
                                """
                                Webhook gateway for customer support. JSON in snake_case; times are RFC 3339 in UTC; lists come in pages \
                                (limit, cursor). Errors are problem documents (RFC 9457, application/problem+json). POSTs that create \
                                something honour the header Idempotency-Key: the same key and body get the same answer for 24 hours.""",
                        license = @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
        security = @SecurityRequirement(name = "token"),
        tags = {
            @Tag(name = "Connectors", description = "Where callbacks come from"),
            @Tag(name = "Endpoints", description = "Who gets outgoing webhooks"),
            @Tag(name = "Tokens", description = "Who may use this API")
        })
@SecurityScheme(
        securitySchemeName = "token",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "An API token: admin (everything), operator (all but tokens and secrets) or viewer (reads)")
public class ApiDescription extends Application {}
