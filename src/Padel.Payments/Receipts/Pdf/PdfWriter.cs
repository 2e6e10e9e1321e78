using System.Globalization;

namespace Padel.Payments.Receipts.Pdf;

/// <summary>Makes a file of one page.</summary>
internal static class PdfWriter
{
    /// <summary>Draws the page and embeds what it used.</summary>
    public static byte[] OnePage(double width, double height, string title, string author, Action<PdfPage> draw)
    {
        var fonts = new FontBook();
        var page = new PdfPage(fonts, width, height);
        draw(page);

        var file = new PdfFile();
        var catalog = file.Reserve();
        var pages = file.Reserve();
        var content = file.AddStream(page.Content);
        var resources = string.Join(' ', fonts.Used.Select(font => $"/{font.Resource} {font.WriteTo(file)} 0 R"));
        var only = file.Add(string.Create(CultureInfo.InvariantCulture,
            $"""
            << /Type /Page /Parent {pages} 0 R /MediaBox [0 0 {width:0.##} {height:0.##}] /Contents {content} 0 R
            /Resources << /Font << {resources} >> >> >>
            """));
        file.Put(pages, $"<< /Type /Pages /Kids [{only} 0 R] /Count 1 >>");
        file.Put(catalog, $"<< /Type /Catalog /Pages {pages} 0 R /Lang (en) /ViewerPreferences << /DisplayDocTitle true >> >>");
        var information = file.Add($"<< /Title {PdfFile.Text(title)} /Author {PdfFile.Text(author)} >>");
        return file.Finish(catalog, information);
    }
}
