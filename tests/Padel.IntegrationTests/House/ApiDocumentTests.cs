using System.Text.Json;
using System.Text.Json.Nodes;
using Padel.IntegrationTests.Fixture;

namespace Padel.IntegrationTests.House;

public sealed class ApiDocumentTests(PadelServer server) : IClassFixture<PadelServer>
{
    [Fact]
    public async Task The_committed_document_is_what_the_host_serves()
    {
        var committed = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "api", "padel.v1.json"), TestContext.Current.CancellationToken);

        ((await Served()).TrimEnd() == committed.TrimEnd()).ShouldBeTrue(
            "The API changed: run ./padel openapi --output api/padel.v1.json and look at the difference.");
    }

    [Fact]
    public async Task Every_operation_is_named_as_a_use_case_once_and_can_fail_as_a_problem()
    {
        var names = new List<string>();
        foreach (var (path, operation) in await Operations())
        {
            var name = operation["operationId"]?.GetValue<string>();
            name.ShouldNotBeNullOrEmpty(path);
            char.IsUpper(name[0]).ShouldBeTrue(name);
            names.Add(name);
            operation["responses"]?["default"]?["content"]?["application/problem+json"].ShouldNotBeNull(name);
        }

        names.ShouldBe(names.Distinct());
    }

    [Fact]
    public async Task Every_operation_says_what_success_looks_like()
    {
        foreach (var (path, operation) in await Operations())
            operation["responses"]!.AsObject().Any(answer => answer.Key.StartsWith('2')).ShouldBeTrue(path); // every operation has responses
    }

    [Fact]
    public async Task Names_are_camel_case_and_ids_are_named_in_full()
    {
        var schemas = JsonNode.Parse(await Served())!["components"]!["schemas"]!.AsObject(); // the document always has them
        foreach (var (schema, shape) in schemas)
        {
            foreach (var (name, _) in shape?["properties"]?.AsObject() ?? [])
            {
                name.ShouldNotBe("id", schema);
                name.ShouldBe(JsonNamingPolicy.CamelCase.ConvertName(name), schema);
            }
        }
    }

    private async Task<List<(string Path, JsonNode Operation)>> Operations()
    {
        var paths = JsonNode.Parse(await Served())!["paths"]!.AsObject(); // as above
        return [.. paths.SelectMany(path => path.Value!.AsObject().Select(one => ($"{one.Key} {path.Key}", one.Value!)))];
    }

    private Task<string> Served() => server.Anyone.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken);
}
