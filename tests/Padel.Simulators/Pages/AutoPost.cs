namespace Padel.Simulators.Pages;

/// <summary>A form that sends itself, the way hosted pages send the browser back; without script there is a button.</summary>
internal static class AutoPost
{
    public static string Render(string vendor, Uri address, IReadOnlyDictionary<string, string> fields) => Page.Render(vendor, "Back to the merchant", $"""
        <form method="post" action="{Page.Text(address.ToString())}" id="back">
        {string.Join('\n', fields.Select(field => $"<input type=\"hidden\" name=\"{Page.Text(field.Key)}\" value=\"{Page.Text(field.Value)}\">"))}
        <button class="main">Continue</button>
        </form>
        <script>document.getElementById("back").submit()</script>
        """);
}
