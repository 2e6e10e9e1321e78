using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Padel.Platform.Observability;

namespace Padel.Tests.Platform;

public sealed class RedactionTests
{
    [Theory]
    [InlineData("call +92 300 1234567 now", "call [phone] now")]
    [InlineData("call 0300-1234567", "call [phone]")]
    [InlineData("call 03001234567.", "call [phone].")]
    [InlineData("call 923001234567", "call [phone]")]
    [InlineData("call 00447911123456", "call [phone]")]
    [InlineData("to sara.khan+padel@example.com.pk!", "to [email]!")]
    [InlineData("Authorization: Bearer abc.def", "Authorization: [token]")]
    [InlineData("got eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIx.c2ln", "got [token]")]
    [InlineData("refresh A1b2C3d4E5f6G7h8I9j0A1b2C3d4E5f6G7h8I9j0A1", "refresh [token]")]
    [InlineData("Your code is 481516.", "Your code [redacted].")]
    [InlineData("{\"password\":\"hunter2!\",\"a\":1}", "{\"password [redacted]\",\"a\":1}")]
    [InlineData("Password=secret;Host=db", "Password [redacted];Host=db")]
    public void Personal_data_and_secrets_go(string text, string expected) => Redaction.Of(text).ShouldBe(expected);

    [Theory]
    [InlineData("Booking 0192f0c1-a1b2-7c3d-8e4f-000000000000 took 1234567 ms")]
    [InlineData("at 2026-12-01T15:00:00Z on 2026-12-01 15:00")]
    [InlineData("4bf92f3577b34da6a3ce929d0e0e4736")]
    [InlineData("booking.slot_taken 409")]
    [InlineData("amountMinor 900000")]
    [InlineData("Padel.Platform.Http.FailureHandling.InvokeAsync(HttpContext http)")]
    public void What_helps_to_understand_stays(string text) => Redaction.Of(text).ShouldBe(text);

    [Fact]
    public void A_log_line_is_clean_in_message_properties_and_exception()
    {
        foreach (var formatter in new ConsoleFormatter[] { new JsonLogFormatter(TimeProvider.System), new ReadableLogFormatter(TimeProvider.System) })
        {
            var line = Write(formatter, new InvalidOperationException("No account for +923001234567"),
                "Sent {Code} to {Phone} of {Name}", ("Code", "4815"), ("Phone", "0300 123 45 67"), ("Name", "sara@example.com"));

            line.ShouldNotContain("4815");
            line.ShouldNotContain("45 67");
            line.ShouldNotContain("sara@");
            line.ShouldNotContain("923001234567");
            line.ShouldContain(Redaction.Mark);
        }
    }

    [Fact]
    public void A_json_line_is_json_with_its_properties()
    {
        using var line = JsonDocument.Parse(Write(new JsonLogFormatter(TimeProvider.System), null, "Answered {Status}", ("Status", 200)));

        line.RootElement.GetProperty("message").GetString().ShouldBe("Answered 200");
        line.RootElement.GetProperty("Status").GetInt32().ShouldBe(200);
        line.RootElement.GetProperty("level").GetString().ShouldBe("Warning");
        line.RootElement.GetProperty("event").GetInt32().ShouldBe(7);
    }

    private static string Write(ConsoleFormatter formatter, Exception? error, string template, params (string Name, object Value)[] values)
    {
        var message = values.Aggregate(template, (text, value) => text.Replace($"{{{value.Name}}}", value.Value.ToString(), StringComparison.Ordinal));
        IReadOnlyList<KeyValuePair<string, object?>> state =
            [.. values.Select(value => new KeyValuePair<string, object?>(value.Name, value.Value)), new("{OriginalFormat}", template)];
        var entry = new LogEntry<IReadOnlyList<KeyValuePair<string, object?>>>(LogLevel.Warning, "Tests", new EventId(7), state, error, (_, _) => message);
        using var writer = new StringWriter();
        formatter.Write(entry, null, writer);
        return writer.ToString();
    }
}
